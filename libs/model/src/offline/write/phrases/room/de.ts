import { type RoomLexicon } from './room-lexicon.js';

export const de: RoomLexicon = {
  side: '{what} ({names})',
  differ: 'Ihr wünscht euch Verschiedenes: {sides}. Ich mache für jede Seite einen Vorschlag.',
  oppose: 'Bei {what} seid ihr uneins: dafür {for}, dagegen {against}. Ich mache für beides einen Vorschlag.',
  opposePlace: 'Bei {what} seid ihr uneins: dafür {for}, dagegen {against}. Bitte einigt euch untereinander.',
  paces: 'Ihr mögt ein verschiedenes Tempo: {sides}. Ich mache für jedes einen Vorschlag.',
  budgets:
    'Eure Budgets sind verschieden: {sides}. Ich richte mich nach dem letzten, bis ihr euch einig seid.',
  budgetsLowest: 'Eure Budgets sind verschieden: {sides}. Ich halte mich an das niedrigste.',
  dates:
    'Ihr denkt an verschiedene Termine: {sides}. Ich richte mich nach dem letzten, bis ihr euch einig seid.',
  paceNames: { relaxed: 'gemütlich', balanced: 'ausgewogen', packed: 'viel Programm' },
  said: 'Wer was gesagt hat: {list}.',
  member: '{name}: {what}',
  from: 'ab {value}',
  votes: 'Stimmen bisher: {counts}.',
  count: 'Vorschlag {number} ({names})',
  settled: 'Die meisten möchten Vorschlag {number}, „{name}“; dabei bleibt es.',
  roleNames: { owner: 'Inhaber', editor: 'Mitplaner', viewer: 'Zuschauer' },
  policies: {
    always: 'Ich antworte hier auf jede Nachricht.',
    when_addressed:
      'Ich antworte nur, wenn ihr mich ansprecht, meine Frage beantwortet oder einen Vorschlag wählt; ich lese alles und merke es mir.',
    silent:
      'Ich bleibe hier still, lese mit und merke mir eure Wünsche. Mit „/reply always“ rede ich wieder.',
  },
  roster: 'In diesem Raum: {members}.',
  role: '{name} ist jetzt {role}.',
  viewer:
    'Du bist hier Zuschauer, deine Wünsche ändern die Reise also nicht; zum Mitplaner wirst du durch {names}. Fragen kannst du mich aber alles.',
  notAllowed: 'Das geht hier nur über {names}.',
  unknownMember: 'Ich kenne hier niemanden namens {name}. Geschrieben haben: {members}.',
  unknownCommand:
    'Ich kenne /room, /reply always | when_addressed | silent und /role NAME owner | editor | viewer.',
  lastOwner: 'Ein Raum braucht einen Inhaber. Mach zuerst jemand anderen dazu.',
  flightsNext: 'Flüge für {dates} suche ich, sobald ich weiß, von wo ihr startet.',
};
