import { type RoomLexicon } from './room-lexicon.js';

export const pt: RoomLexicon = {
  side: '{what} ({names})',
  differ: 'Querem coisas diferentes: {sides}. Faço uma opção para cada uma.',
  oppose: 'Não estão de acordo sobre {what}: a favor {for}, contra {against}. Faço uma opção para cada um.',
  opposePlace:
    'Não estão de acordo sobre {what}: a favor {for}, contra {against}. Decidam entre vocês, por favor.',
  paces: 'Gostam de ritmos diferentes: {sides}. Faço uma opção para cada um.',
  budgets: 'Os vossos orçamentos são diferentes: {sides}. Sigo o último até estarem de acordo.',
  budgetsLowest: 'Os vossos orçamentos são diferentes: {sides}. Fico com o mais baixo.',
  dates: 'Estão a pensar em datas diferentes: {sides}. Sigo as últimas até estarem de acordo.',
  paceNames: { relaxed: 'tranquilo', balanced: 'equilibrado', packed: 'intenso' },
  said: 'Quem disse o quê: {list}.',
  member: '{name}: {what}',
  from: 'a partir de {value}',
  votes: 'Votos até agora: {counts}.',
  count: 'opção {number} ({names})',
  settled: 'A maioria quer a opção {number}, «{name}», por isso está decidido.',
  roleNames: { owner: 'proprietário', editor: 'editor', viewer: 'espectador' },
  policies: {
    always: 'Aqui respondo a todas as mensagens.',
    when_addressed:
      'Só respondo quando falam comigo, respondem à minha pergunta ou escolhem uma opção; leio tudo e levo em conta.',
    silent: 'Fico em silêncio, leio e guardo os vossos desejos. Com «/reply always» volto a falar.',
  },
  roster: 'Nesta sala: {members}.',
  role: '{name} é agora {role}.',
  viewer:
    'Aqui és espectador, por isso os teus desejos não mudam a viagem; para seres editor, pede a {names}. Mas podes perguntar-me o que quiseres.',
  notAllowed: 'Aqui isso cabe só a {names}.',
  unknownMember: 'Não conheço ninguém chamado {name} aqui. Escreveram: {members}.',
  unknownCommand:
    'Conheço /room, /reply always | when_addressed | silent e /role NOME owner | editor | viewer.',
  lastOwner: 'Uma sala precisa de um proprietário. Nomeia primeiro outra pessoa.',
  flightsNext: 'Procuro voos para {dates} assim que souber de onde partem.',
};
