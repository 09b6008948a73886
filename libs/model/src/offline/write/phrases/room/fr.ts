import { type RoomLexicon } from './room-lexicon.js';

export const fr: RoomLexicon = {
  side: '{what} ({names})',
  differ: 'Vos envies diffèrent : {sides}. Je prépare une option pour chacune.',
  oppose:
    'Vous n’êtes pas d’accord sur {what} : pour, {for} ; contre, {against}. Je prépare une option pour chacun.',
  opposePlace:
    'Vous n’êtes pas d’accord sur {what} : pour, {for} ; contre, {against}. Mettez-vous d’accord, s’il vous plaît.',
  paces: 'Vous n’aimez pas le même rythme : {sides}. Je prépare une option pour chacun.',
  budgets: 'Vos budgets diffèrent : {sides}. Je m’en tiens au dernier jusqu’à ce que vous soyez d’accord.',
  budgetsLowest: 'Vos budgets diffèrent : {sides}. Je m’en tiens au plus bas.',
  dates:
    'Vous pensez à des dates différentes : {sides}. Je m’en tiens aux dernières jusqu’à ce que vous soyez d’accord.',
  paceNames: { relaxed: 'tranquille', balanced: 'équilibré', packed: 'bien rempli' },
  said: 'Qui a dit quoi : {list}.',
  member: '{name} : {what}',
  from: 'au départ de {value}',
  votes: 'Votes jusqu’ici : {counts}.',
  count: 'option {number} ({names})',
  settled: 'La plupart d’entre vous veulent l’option {number}, « {name} » : c’est décidé.',
  roleNames: { owner: 'propriétaire', editor: 'éditeur', viewer: 'spectateur' },
  policies: {
    always: 'Je réponds ici à chaque message.',
    when_addressed:
      'Je ne réponds que si vous vous adressez à moi, répondez à ma question ou choisissez une option ; je lis tout et je m’en souviens.',
    silent: 'Je reste silencieux, je lis et je retiens vos souhaits. « /reply always » me rend la parole.',
  },
  roster: 'Dans ce salon : {members}.',
  role: '{name} est maintenant {role}.',
  viewer:
    'Tu es spectateur ici, tes souhaits ne changent donc pas le voyage ; pour devenir éditeur, demande à {names}. Tu peux tout me demander.',
  notAllowed: 'Ici, c’est réservé à {names}.',
  unknownMember: 'Je ne connais personne du nom de {name} ici. Ont écrit : {members}.',
  unknownCommand:
    'Je connais /room, /reply always | when_addressed | silent et /role NOM owner | editor | viewer.',
  lastOwner: 'Un salon a besoin d’un propriétaire. Nomme d’abord quelqu’un d’autre.',
  flightsNext: 'Je chercherai des vols pour {dates} dès que je saurai d’où vous partez.',
};
