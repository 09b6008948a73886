import { type RoomLexicon } from './room-lexicon.js';

export const nl: RoomLexicon = {
  side: '{what} ({names})',
  differ: 'Jullie willen verschillende dingen: {sides}. Ik maak voor elk een optie.',
  oppose: 'Jullie zijn het niet eens over {what}: voor {for}, tegen {against}. Ik maak voor elk een optie.',
  opposePlace:
    'Jullie zijn het niet eens over {what}: voor {for}, tegen {against}. Kom er samen uit, alsjeblieft.',
  paces: 'Jullie houden van een ander tempo: {sides}. Ik maak voor elk een optie.',
  budgets: 'Jullie budgetten verschillen: {sides}. Ik ga uit van het laatste tot jullie het eens zijn.',
  budgetsLowest: 'Jullie budgetten verschillen: {sides}. Ik houd me aan het laagste.',
  dates: 'Jullie denken aan verschillende data: {sides}. Ik ga uit van de laatste tot jullie het eens zijn.',
  paceNames: { relaxed: 'rustig', balanced: 'afgewogen', packed: 'vol' },
  said: 'Wie wat heeft gezegd: {list}.',
  member: '{name}: {what}',
  from: 'vanuit {value}',
  votes: 'Stemmen tot nu toe: {counts}.',
  count: 'optie {number} ({names})',
  settled: 'De meesten willen optie {number}, “{name}”, dus dat wordt het.',
  roleNames: { owner: 'eigenaar', editor: 'bewerker', viewer: 'kijker' },
  policies: {
    always: 'Ik antwoord hier op elk bericht.',
    when_addressed:
      'Ik antwoord alleen als jullie me aanspreken, mijn vraag beantwoorden of een optie kiezen; ik lees alles en onthoud het.',
    silent: 'Ik blijf hier stil, lees mee en onthoud jullie wensen. Met “/reply always” praat ik weer.',
  },
  roster: 'In deze kamer: {members}.',
  role: '{name} is nu {role}.',
  viewer:
    'Je bent hier kijker, dus je wensen veranderen de reis niet; vraag {names} om je bewerker te maken. Vragen mag je me alles.',
  notAllowed: 'Dat is hier voorbehouden aan {names}.',
  unknownMember: 'Ik ken hier niemand die {name} heet. Geschreven hebben: {members}.',
  unknownCommand:
    'Ik ken /room, /reply always | when_addressed | silent en /role NAAM owner | editor | viewer.',
  lastOwner: 'Een kamer heeft een eigenaar nodig. Maak eerst iemand anders eigenaar.',
  flightsNext: 'Ik zoek vluchten voor {dates} zodra ik weet waar jullie vertrekken.',
};
