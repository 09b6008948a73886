/** Little words and travel words that tell the languages we speak apart. A word may stand in several. */
export const functionWords: Record<string, string> = {
  en: 'the a an of to in for and or is are was we i my our with want would like from on at by not no please can you me trip plan days day nights night budget two three people under around next weekend make it add remove what how when where this that be have need than more less about also but only just us under visit travel going go want between until week weeks in',
  de: 'der die das ein eine einen einem einer und oder ist sind wir ich mein meine meiner unser mit möchte möchten will wollen nach von vom bis zum zur am im auf für nicht kein keine bitte kann können tage tag nächte nacht reise reisen urlaub budget zwei drei personen erwachsene kinder nächste nächsten woche wochen ab aus etwa unter uns zu flug wie was wann wo hallo danke gerne fliegen euro pro plane planen fahren über anfang ende mitte statt nur auch aber lieber doch mal brauchen suche suchen einfach ohne mich mir wäre würde würden dem den sowie plus hätte gern frau mann sohn',
  fr: 'le la les un une des du de et ou est sont nous je mon ma mes notre nos avec veux voudrais voudrions souhaite aller partir à au aux en pour pas ne sans par sur bonjour merci jours jour nuits nuit voyage vacances budget deux trois personnes adultes enfants prochain prochaine semaine semaines depuis environ moins que qui dans ce cette il elle on vers quel quelle quand où comment séjour j l d qu jusqu fait plutôt aimerais aimerions faire visiter s vol être très mais aussi du',
  es: 'el la los las un una unos de del y o es son nosotros yo mi mis nuestro nuestra con quiero queremos quisiera gustaría ir viajar a al en para por no sin hola gracias días día noches noche viaje vacaciones presupuesto dos tres personas adultos niños próximo próxima semana semanas desde unos menos que qué cuándo dónde cómo me nos hasta fin este esta somos hacer visitar planear más pero también mejor solo euros entre muy quiero planificar planea desde saliendo vamos',
  it: 'il lo la i gli le un una uno di del della e o è sono noi io mio mia nostro nostra con voglio vorrei vorremmo vogliamo andare viaggiare a al in per non senza ciao grazie giorni giorno notti notte viaggio vacanza vacanze budget due tre persone adulti bambini prossimo prossima settimana settimane da dal dalla circa meno che cosa quando dove come ci mi fino questo questa siamo fare visitare più ma anche meglio solo tra nel nella alla pianificare pianifica partenza partendo ad dei delle all dell nell dall sull',
  pt: 'o a os as um uma uns de do da dos das e ou é são nós eu meu minha nosso nossa com quero queremos gostaria gostaríamos ir viajar ao em no na para por não sem olá oi obrigado obrigada dias dia noites noite viagem férias orçamento dois duas três pessoas adultos crianças próximo próxima semana semanas desde cerca menos que quando onde como me nos até fim este esta somos fazer visitar planejar planear mais mas também melhor só entre muito saindo partindo vamos pela pelo euros reais',
  nl: 'de het een en of is zijn wij we ik mijn onze ons met wil willen graag naar van vanaf vanuit tot in op voor niet geen zonder hallo bedankt dank dagen dag nachten nacht reis vakantie budget twee drie personen volwassenen kinderen volgend volgende komende week weken ongeveer minder dan dat wat wanneer waar hoe me mij deze dit gaan reizen plannen bezoeken meer maar ook liever alleen tussen zou zouden per te om er aan bij door naartoe vliegen maak plan euro stedentrip begin eind midden',
};

/** Letters that occur in few languages. */
export const tellingLetters: Record<string, string> = {
  de: 'ßäöü',
  fr: 'éèêàçùûîôœ',
  es: 'ñáíóú¿¡',
  it: 'àèìòù',
  pt: 'ãõçáâêíóú',
  nl: 'ëï',
};
