import { wordSet } from '../text/word-set.js';

/** Words for who comes along and who stays at home, in eight languages; folded. */

export const leaving = wordSet(
  'bailed bails raus abgesagt absagt annule annulé cancela cancelou disdetto afgezegd',
);
export const denials = wordSet(
  'not isnt arent wont cant cannot doesnt dont unable nicht pas non não niet no never',
);
export const presence = wordSet(
  'coming come join joining joins make travel mitkommen mitfahren mitreisen kommt kommen mit dabei vient viennent venir viene vienen vengono venire vem vêm vir komt komen mee',
);
export const joining = wordSet(
  'coming comes join joins joining mitkommen kommt kommen dabei vient viennent viene vienen vengono vem vêm komt komen',
);
/** Nobody can join but a person. */
export const able = wordSet(
  'cant cannot unable kann können peut peuvent puede pueden può possono pode podem kan kunnen',
);
/** With whom: "joining us", "kommt mit", "komt mee". */
export const together = wordSet(
  'us along too either anymore mit mitkommen mitfahren mitreisen dabei nous nosotros noi conosco connosco conmigo mee meekomen',
);
/** Where another clause begins. */
export const conjunctions = wordSet(
  'that if when because since until so but que si quand quando cuando porque puis che se perché dass wenn weil aber dat als omdat maar',
);
/** Articles and pointing words before a thing. Portuguese puts its article before names as well. */
export const determiners = wordSet(
  'the a an this these those my our your no any every each der die das ein eine einen dieser diese dieses jeder jede jedes unser unsere mein meine kein keine le la les un une ce cette ces notre mon ma el los las una este esta nuestro nuestra mi il lo gli questo questa nostro nostra um uma esta de het een deze dit onze mijn geen',
);

/** Who or what is no name although it may stand first: pronouns, weather, seasons, meals, money, things. */
export const noNames = wordSet(
  'everyone everybody nobody noone somebody someone anybody anyone people all both some most none only maybe perhaps probably sadly luckily yes yeah well sure fine ok okay ' +
    'rain snow storm sun sunshine wind fog heat winter spring summer autumn fall weather night morning evening time work school help news silence change trouble ' +
    'breakfast lunch dinner supper brunch food coffee tea dessert drinks wifi parking luggage baggage mail traffic transport payday bonus salary money rent cash payment tickets prices ' +
    'niemand jeder jede alle alles keiner jemand man vielleicht leider regen schnee sturm sonne hitze winter frühling sommer herbst wetter frühstück mittagessen abendessen essen gepäck hund hunde katze hilfe zeit geld lohn gehalt rechnung preis flug zug bus ' +
    'personne chacun tous tout toutes quelquun rien peut-être malheureusement cela ça ' +
    'nadie todos todas alguien todo nada tampoco también quizás quizá mañana ahora entonces luego ya siempre ' +
    'nessuno tutti tutte qualcuno tutto niente forse domani adesso allora poi anche neanche ' +
    'ninguém todos alguém tudo nada talvez amanhã agora então depois também nem ' +
    'iemand iedereen allemaal misschien helaas sneeuw storm zon lente zomer herfst ontbijt avondeten lunch bagage hulp tijd geld',
);

/** "nicht in Frage", "nicht in aanmerking", "soon enough": turns of phrase in which nobody comes. */
export const idioms: readonly (readonly string[])[] = (
  'in frage|infrage|nicht hin|darauf an|drauf an|zu kurz|vor|an|zurecht|entgegen|in aanmerking|aan de orde|goed uit|soon enough|to mind|to think|to an end|' +
  'out on top|in handy|al caso|en cuenta|a cuento|mal|à lesprit|in mente|a calhar|true|first|with the|with a|with free|as a|at a|included'
)
  .split('|')
  .map((idiom) => idiom.split(' '));
