import { type RoomLexicon } from './room-lexicon.js';

export const it: RoomLexicon = {
  side: '{what} ({names})',
  differ: 'Desiderate cose diverse: {sides}. Preparo un’opzione per ciascuna.',
  oppose: 'Non siete d’accordo su {what}: a favore {for}, contro {against}. Preparo un’opzione per ciascuno.',
  opposePlace:
    'Non siete d’accordo su {what}: a favore {for}, contro {against}. Mettetevi d’accordo tra voi, per favore.',
  paces: 'Vi piace un ritmo diverso: {sides}. Preparo un’opzione per ciascuno.',
  budgets: 'I vostri budget sono diversi: {sides}. Seguo l’ultimo finché non siete d’accordo.',
  budgetsLowest: 'I vostri budget sono diversi: {sides}. Mi attengo al più basso.',
  dates: 'Pensate a date diverse: {sides}. Seguo le ultime finché non siete d’accordo.',
  paceNames: { relaxed: 'tranquillo', balanced: 'equilibrato', packed: 'intenso' },
  said: 'Chi ha detto che cosa: {list}.',
  member: '{name}: {what}',
  from: 'da {value}',
  votes: 'Voti finora: {counts}.',
  count: 'opzione {number} ({names})',
  settled: 'La maggioranza vuole l’opzione {number}, «{name}»: è deciso.',
  roleNames: { owner: 'proprietario', editor: 'editor', viewer: 'spettatore' },
  policies: {
    always: 'Qui rispondo a ogni messaggio.',
    when_addressed:
      'Rispondo solo se vi rivolgete a me, rispondete alla mia domanda o scegliete un’opzione; leggo tutto e lo tengo a mente.',
    silent:
      'Resto in silenzio, leggo e tengo a mente i vostri desideri. Con «/reply always» torno a parlare.',
  },
  roster: 'In questa stanza: {members}.',
  role: '{name} adesso è {role}.',
  viewer:
    'Qui sei spettatore, quindi i tuoi desideri non cambiano il viaggio; per diventare editor chiedi a {names}. Puoi comunque chiedermi tutto.',
  notAllowed: 'Qui è riservato a {names}.',
  unknownMember: 'Qui non conosco nessuno di nome {name}. Hanno scritto: {members}.',
  unknownCommand:
    'Conosco /room, /reply always | when_addressed | silent e /role NOME owner | editor | viewer.',
  lastOwner: 'Una stanza ha bisogno di un proprietario. Nomina prima qualcun altro.',
  flightsNext: 'Cercherò i voli per {dates} appena saprò da dove partite.',
};
