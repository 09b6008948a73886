import { type RoomLexicon } from './room-lexicon.js';

export const pt: RoomLexicon = {
  side: '{what} ({names})',
  differ: 'Vocês querem coisas diferentes: {sides}. Faço uma opção para cada uma.',
  oppose: 'Vocês não concordam sobre {what}: a favor {for}, contra {against}. Faço uma opção para cada um.',
  opposePlace:
    'Vocês não concordam sobre {what}: a favor {for}, contra {against}. Decidam entre vocês, por favor.',
  paces: 'Vocês gostam de ritmos diferentes: {sides}. Faço uma opção para cada um.',
  budgets: 'Os orçamentos de vocês são diferentes: {sides}. Sigo o último até vocês concordarem.',
  budgetsLowest: 'Os orçamentos de vocês são diferentes: {sides}. Fico com o mais baixo.',
  dates: 'Vocês pensam em datas diferentes: {sides}. Sigo as últimas até vocês concordarem.',
  paceNames: { relaxed: 'tranquilo', balanced: 'equilibrado', packed: 'intenso' },
  said: 'Quem disse o quê: {list}.',
  member: '{name}: {what}',
  from: 'saindo de {value}',
  votes: 'Votos até agora: {counts}.',
  count: 'opção {number} ({names})',
  settled: 'A maioria quer a opção {number}, “{name}”, então está decidido.',
  roleNames: { owner: 'proprietário', editor: 'editor', viewer: 'espectador' },
  policies: {
    always: 'Aqui respondo a todas as mensagens.',
    when_addressed:
      'Só respondo quando falam comigo, respondem à minha pergunta ou escolhem uma opção; leio tudo e levo em conta.',
    silent: 'Fico em silêncio, leio e lembro os desejos de vocês. Com “/reply always” volto a falar.',
  },
  roster: 'Nesta sala: {members}.',
  role: '{name} agora é {role}.',
  viewer:
    'Aqui você é espectador, então os seus desejos não mudam a viagem; para ser editor, peça a {names}. Mas pode perguntar o que quiser.',
  notAllowed: 'Aqui isso cabe só a {names}.',
  unknownMember: 'Não conheço ninguém chamado {name} aqui. Escreveram: {members}.',
  unknownCommand:
    'Conheço /room, /reply always | when_addressed | silent e /role NOME owner | editor | viewer.',
  lastOwner: 'Uma sala precisa de um proprietário. Nomeie outra pessoa primeiro.',
  flightsNext: 'Procuro voos para {dates} assim que souber de onde vocês saem.',
};
