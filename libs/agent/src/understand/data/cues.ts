/**
 * How words colour what follows them. `add` asks for it, `must` strongly; `remove` takes back what was said before;
 * `avoid` refuses; `clear` only looks like a refusal; `except` refuses after "anything but"; `instead_of` names what is
 * replaced; `swap` begins "replace X with Y".
 */
export type Cue = 'add' | 'must' | 'remove' | 'avoid' | 'clear' | 'except' | 'instead_of' | 'swap';

type CueTable = Partial<Record<Cue, string>>;

const english: CueTable = {
  remove:
    'remove|delete|drop|scrap|take out|take off|cut|forget|forget about|cancel|get rid of|lose the|no longer|take away|strike|eliminate|ditch|not anymore|never mind|nevermind|axe|remove the|drop the',
  avoid:
    'no|not|zero|without|w o|leave out|exclude|excluding|skip|skipping|not interested in going to|omit|don’t go to|rule out|don’t include|do not include|leave off|not going to|don’t want to go to|don’t want to visit|do not want to visit|don’t want|do not want|don’t like|do not like|dislike|hate|avoid|avoiding|never|can’t stand|not a fan of|not fans of|not big fans of|not a big fan of|not interested in|not into|nothing with|nothing too|tired of|sick of|stay away from|steer clear of|rather not|prefer not to|prefer not|not keen on|don’t|do not|doesn’t|isn’t|aren’t|won’t|can’t|cannot|refuse|refuse to|against|less|fewer|afraid of|scared of|nor|neither|allergic|allergic to|unwilling to|not want|wouldn’t like|would not like|not allowed|opposed to|no need for|don’t need|do not need|don’t care for|don’t care about|not looking for|won’t be|will not be|not be|not planning to|not plan to|minus|enough of|terrified of|fear of|can do without|instead of any|free of|nothing like|hates|no one|nobody|none of us|been to|already seen|already visited|already saw|already did|seen enough of',
  must: 'must see|must visit|must do|must|have to see|have to visit|need to see|definitely|absolutely|essential|don’t miss|can’t miss|cannot miss|do not miss|don’t forget|make sure|be sure to|most important|non negotiable|without missing|top of my list|bucket list|at all costs|don’t want to miss|wouldn’t miss|need',
  add: 'add|include|including|want|wants|love|loves|like|likes|prefer|prefers|also|plus|keep|with|let’s|let us|make it|enjoy|enjoys|into|interested in|fan of|fans of|looking for|ask for|put in|throw in|would like|we’d like|i’d like|please|give me|show me|only|just|fond of|keen on|crazy about|passionate about|but|visit|visiting|go to|going to|see|focus on|instead|replace it with|change to|switch to|change it to|try|use|using|take|taking|ok with|fine with|open to|happy with|enjoying|explore|exploring|favor|favour|requesting|require|requires|desire|insist on|seeking|craving|in favor of|then|otherwise|except for that|allow|allows|allowing|permit|permits|accept|accepts|accommodate|we are|i am|we have|as well as|lots of|plenty of|more|this time|so this time|so now',
  clear:
    'not only|why not|can’t wait|cannot wait|don’t mind|do not mind|doesn’t matter|does not matter|not sure|i don’t know|no problem|no worries|no thanks|no thank you|never been|haven’t been|have never been|not bad|no idea|not yet|no matter|if not|whether or not|don’t know|haven’t decided|not decided|couldn’t|no preference|no preferences|no hurry|nothing|don’t have|do not have|no doubt|haven’t|has not|hasn’t|not too far|not far|no more than|not more than|not over|no less than|not exceed|not exceeding|no later than|doesn’t have to|don’t worry|can’t decide|not fixed|not necessarily|not that|no later|never been to|haven’t been to|have never been to|not been to|couldn’t care less|can’t go wrong|never seen|never tried|not been',
  except:
    'anything but|anything except|everything but|everything except|all but|any except|any but|except|except for|apart from|other than|aside from|besides',
  instead_of: 'instead of|rather than|in place of|in lieu of|not the|as opposed to',
  swap: 'replace|swap|swap out|exchange|substitute|change|switch|trade',
};

/** The others: enough for destinations and plain wishes. */
const others: Record<string, CueTable> = {
  de: {
    remove:
      'entferne|entfernen|streich|streiche|streichen|lass|vergiss|lösche|löschen|nimm raus|ohne weiter|doch nicht|weglassen|lass weg',
    avoid: 'kein|keine|keinen|keiner|nicht|ohne|außer|vermeiden|hasse|ungern|bloß nicht|nicht nach|nie',
    must: 'unbedingt|muss|müssen|auf jeden fall',
    add: 'möchte|möchten|will|wollen|gerne|mit|liebe|lieben|auch|zusätzlich|füge|hinzufügen|besuchen|nur|lieber|sondern|stattdessen|mag|mögen|interessiere|sowie|nach|aber|und nach|ergänze',
    instead_of: 'statt|anstatt|anstelle von',
    clear: 'nicht nur|kein problem|keine ahnung|noch nie|nicht mehr als|nicht weit|weiß nicht',
    swap: 'ersetze|tausche|ändere',
  },
  fr: {
    remove:
      'supprime|supprimer|supprimez|retire|retirer|retirez|enlève|enlever|enlevez|ôte|annule|annulez|oublie|oubliez|laisse tomber',
    avoid:
      'pas de|pas|non|non pas|sans|sauf|éviter|évite|déteste|ne veux pas|ne veut pas|jamais|aucun|aucune',
    must: 'absolument|surtout|impérativement|il faut',
    add: 'ajoute|ajouter|ajoutez|mets|mettez|veux|voulons|voudrais|voudrions|aime|aimons|avec|aussi|également|visiter|plutôt|mais|seulement|préfère|préférons|adore|adorons|souhaite|aller à',
    instead_of: 'au lieu de|à la place de|plutôt que',
    clear: 'pas seulement|pas de problème|pas de souci|pas plus de|ne sais pas|jamais été|pas loin',
    swap: 'remplace|remplacer|change|échange',
  },
  es: {
    remove: 'elimina|eliminar|elimine|quita|quitar|quite|quitad|borra|borre|cancela|olvida|saca',
    avoid: 'no|sin|nada de|evitar|evita|odio|excepto|menos|ni|nunca|salvo',
    must: 'sí o sí|imprescindible|sin falta|obligatorio',
    add: 'añade|añadir|añada|agrega|agregar|agregue|pon|poner|ponga|mete|quiero|queremos|quisiera|me gusta|nos gusta|con|también|visitar|pero|solo|prefiero|preferimos|me encanta|nos encanta|incluye|ir a|mejor',
    instead_of: 'en lugar de|en vez de',
    clear: 'no solo|no hay problema|no sé|nunca he estado|no más de|no importa|por qué no',
    swap: 'cambia|reemplaza|sustituye',
  },
  it: {
    remove: 'rimuovi|rimuova|togli|togliere|tolga|elimina|elimini|cancella|dimentica|leva',
    avoid: 'no|non|senza|niente|evitare|evita|odio|tranne|mai|nessun|nessuna|eccetto',
    must: 'assolutamente|imperdibile|per forza',
    add: 'aggiungi|aggiunga|metti|mettere|metta|vorrei|vorremmo|voglio|vogliamo|mi piace|ci piace|mi piacciono|con|anche|visitare|ma|solo|preferisco|preferiamo|amo|amiamo|includi|andare a|meglio',
    instead_of: 'invece di|al posto di',
    clear: 'non solo|nessun problema|non so|mai stato|non più di|non importa|perché no',
    swap: 'sostituisci|cambia',
  },
  pt: {
    remove:
      'remova|remove|remover|tire|tira|tirar|elimina|elimine|apaga|apague|cancela|esquece|retira|retire',
    avoid: 'não|sem|nada de|evitar|evite|odeio|exceto|menos|nem|nunca|tirando',
    must: 'sem falta|imperdível|obrigatório|com certeza',
    add: 'adiciona|adicione|acrescenta|acrescente|coloca|coloque|põe|bota|inclui|quero|queremos|gostaria|gosto|gostamos|com|também|visitar|mas|só|prefiro|preferimos|adoro|adoramos|inclui|inclua|ir a|ir para|melhor',
    instead_of: 'em vez de|em lugar de|ao invés de',
    clear: 'não só|sem problema|não sei|nunca estive|não mais de|não importa|por que não',
    swap: 'troca|troque|substitui|substitua|muda|mude',
  },
  nl: {
    remove: 'verwijder|schrap|haal|laat|haal weg|annuleer|vergeet|laat weg',
    avoid: 'geen|niet|zonder|behalve|vermijden|vermijd|haat|nooit|liever niet',
    must: 'absoluut|zeker|per se|moet',
    add: 'wil|willen|graag|met|hou van|houden van|ook|voeg|toevoegen|bezoeken|maar|alleen|liever|naar|leuk|plus|erbij|wel|liefst|zoeken|zoek|voorkeur',
    instead_of: 'in plaats van',
    clear: 'niet alleen|geen probleem|weet niet|nog nooit|niet meer dan|maakt niet uit|waarom niet',
    swap: 'vervang|verander|wissel',
  },
};

/** The cues of a language; English ones serve where we have none. */
export const cuesOf = (language: string): CueTable => others[language] ?? english;
