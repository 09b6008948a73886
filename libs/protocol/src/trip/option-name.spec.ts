import { splitOptionNotes } from './option-name.js';

it.each([
  ['Cheapest: It is cheap.', 'Cheapest', 'It is cheap.'],
  ['Mu\u0308nchen zuerst: Gut.\nMehr.', 'Mu\u0308nchen zuerst', 'Gut.\nMehr.'],
  ['Sans l’art: bien.', 'Sans l’art', 'bien.'],
  ['バランス重視: よい。', 'バランス重視', 'よい。'],
])('%j is called %s', (notes, name, rest) => {
  expect(splitOptionNotes(notes)).toEqual({ name, rest });
});

it.each(['No name here.', 'At 9:30: breakfast', `${'a'.repeat(41)}: too long`, 'ab: short', ''])(
  '%j has no name',
  (notes) => {
    expect(splitOptionNotes(notes)).toBeUndefined();
  },
);
