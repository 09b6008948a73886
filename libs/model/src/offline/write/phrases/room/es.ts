import { type RoomLexicon } from './room-lexicon.js';

export const es: RoomLexicon = {
  side: '{what} ({names})',
  differ: 'Queréis cosas distintas: {sides}. Preparo una opción para cada una.',
  oppose:
    'No estáis de acuerdo en {what}: a favor, {for}; en contra, {against}. Preparo una opción para cada uno.',
  opposePlace:
    'No estáis de acuerdo en {what}: a favor, {for}; en contra, {against}. Poneos de acuerdo, por favor.',
  paces: 'Os gusta un ritmo distinto: {sides}. Preparo una opción para cada uno.',
  budgets: 'Vuestros presupuestos son distintos: {sides}. Sigo el último hasta que os pongáis de acuerdo.',
  budgetsLowest: 'Vuestros presupuestos son distintos: {sides}. Me atengo al más bajo.',
  dates: 'Pensáis en fechas distintas: {sides}. Sigo las últimas hasta que os pongáis de acuerdo.',
  paceNames: { relaxed: 'tranquilo', balanced: 'equilibrado', packed: 'intenso' },
  said: 'Quién ha dicho qué: {list}.',
  member: '{name}: {what}',
  from: 'desde {value}',
  votes: 'Votos hasta ahora: {counts}.',
  count: 'opción {number} ({names})',
  settled: 'La mayoría quiere la opción {number}, «{name}», así que queda decidido.',
  roleNames: { owner: 'propietario', editor: 'editor', viewer: 'espectador' },
  policies: {
    always: 'Aquí respondo a todos los mensajes.',
    when_addressed:
      'Solo respondo si os dirigís a mí, contestáis a mi pregunta o elegís una opción; lo leo todo y lo tengo en cuenta.',
    silent: 'Me quedo en silencio, leo y recuerdo vuestros deseos. Con «/reply always» vuelvo a hablar.',
  },
  roster: 'En esta sala: {members}.',
  role: '{name} es ahora {role}.',
  viewer:
    'Aquí eres espectador, así que tus deseos no cambian el viaje; para ser editor, pídeselo a {names}. Eso sí, puedes preguntarme lo que quieras.',
  notAllowed: 'Aquí eso es cosa de {names}.',
  unknownMember: 'No conozco aquí a nadie llamado {name}. Han escrito: {members}.',
  unknownCommand:
    'Conozco /room, /reply always | when_addressed | silent y /role NOMBRE owner | editor | viewer.',
  lastOwner: 'Una sala necesita un propietario. Nombra antes a otra persona.',
  flightsNext: 'Buscaré vuelos para {dates} en cuanto sepa desde dónde salís.',
};
