import { type RoomLexicon } from './room-lexicon.js';

export const en: RoomLexicon = {
  side: '{what} ({names})',
  differ: 'You wish for different things: {sides}. I make an option for each.',
  oppose: 'You do not agree on {what}: {for} would like it, {against} would not. I make an option for each.',
  opposePlace:
    'You do not agree on {what}: {for} would like to see it, {against} would not. Please settle that between you.',
  paces: 'You like a different pace: {sides}. I make an option for each.',
  budgets: 'Your budgets differ: {sides}. I go by the last one until you agree.',
  budgetsLowest: 'Your budgets differ: {sides}. I keep to the lowest.',
  dates: 'You have different dates in mind: {sides}. I go by the last ones until you agree.',
  paceNames: { relaxed: 'relaxed', balanced: 'balanced', packed: 'full' },
  said: 'Who said what: {list}.',
  member: '{name}: {what}',
  from: 'from {value}',
  votes: 'Votes so far: {counts}.',
  count: 'option {number} ({names})',
  settled: 'Most of you want option {number}, “{name}”, so that is what we do.',
  roleNames: { owner: 'owner', editor: 'editor', viewer: 'viewer' },
  policies: {
    always: 'I answer every message here.',
    when_addressed:
      'I answer only when you address me, answer my question or choose an option; I read everything and keep it in mind.',
    silent:
      'I keep quiet here, read along and keep your wishes in mind. “/reply always” lets me speak again.',
  },
  roster: 'In this room: {members}.',
  role: '{name} has the role of {role} now.',
  viewer:
    'You are a viewer here, so your wishes do not change the trip; {names} can make you an editor. You can ask me anything, though.',
  notAllowed: 'Only {names} can do that here.',
  unknownMember: 'I know nobody by the name of {name} here. Those who have written: {members}.',
  unknownCommand:
    'I know /room, /reply always | when_addressed | silent, and /role NAME owner | editor | viewer.',
  lastOwner: 'A room needs an owner. Make somebody else an owner first.',
  flightsNext: 'I will look for flights for {dates} as soon as I know where you set off from.',
};
