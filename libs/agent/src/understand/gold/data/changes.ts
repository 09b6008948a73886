import { type GoldDialogue } from '../row.js';
import { dialogue } from './dialogues.js';

/** People who change their minds, join, drop out, and talk about what they were shown. */
export const changeDialogues: GoldDialogue[] = [
  dialogue('a refusal taken back', [
    ['Plan 4 days in Madrid from Chicago', { to: 'Madrid', from: 'Chicago', length: '4d 3n' }],
    ["I don't want to fly", { notBy: 'flight' }],
    ['ok, flying is fine then', { notBy: '' }],
  ]),
  dialogue('the party grows and shrinks', [
    ['me and my wife want to see Porto', { to: 'Porto', people: '2' }],
    ['my mother in law joins us', { people: '3' }],
    ['my mother in law cannot come', { people: '2' }],
  ]),
  dialogue('another order', [
    ['two days each in Paris and Lyon', { to: 'Paris + Lyon', length: '2d 1n' }],
    ['swap the order', { to: 'Lyon + Paris' }],
    ['Paris first', { to: 'Paris + Lyon' }],
  ]),
  dialogue('the whole trip moves', [
    ['3 nights in Prague from May 7', { to: 'Prague', dates: '2027-05-07..2027-05-10', length: '3d 3n' }],
    ['push it by a week', { dates: '2027-05-14..2027-05-17' }],
    ['bring it forward by two days', { dates: '2027-05-12..2027-05-15' }],
  ]),
  dialogue('a sight next door', [
    ['4 days in Rome', { to: 'Rome', length: '4d 3n' }],
    ['what about the Vatican?', { see: 'Vatican City' }],
    ['Florence instead', { to: 'Florence' }],
  ]),
  dialogue('less money, by share', [
    ['a week in Crete, 2000 euros', { to: 'Crete', length: '7d 6n', budget: '2000 EUR' }],
    ['spend 10% less', { budget: '1800 EUR' }],
    ['double the budget', { budget: '3600 EUR' }],
  ]),
  dialogue(
    'Vorschläge',
    [
      ['4 Tage in Rom ab 3. Mai 2027', { to: 'Rome', dates: '2027-05-03..2027-05-06', length: '4d 3n' }],
      ['der zweite', { reference: '1', language: 'de' }, undefined, 3],
      ['günstiger bitte', { reference: 'cheaper', language: 'de' }, undefined, 3],
      ['mein Bruder kommt mit', { people: '2', language: 'de' }],
    ],
    'de-DE',
  ),
  dialogue(
    'propositions',
    [
      ['3 jours à Lyon', { to: 'Lyon', length: '3d 2n' }],
      ['le deuxième', { reference: '1', language: 'fr' }, undefined, 3],
      ['moins cher', { reference: 'cheaper', language: 'fr' }, undefined, 3],
      ['on ajoute une nuit', { length: '4d 3n', language: 'fr' }],
    ],
    'fr-FR',
  ),
  dialogue(
    'opciones',
    [
      ['4 días en Barcelona', { to: 'Barcelona', length: '4d 3n' }],
      ['el segundo', { reference: '1', language: 'es' }, undefined, 3],
      ['más barato', { reference: 'cheaper', language: 'es' }, undefined, 3],
    ],
    'es-ES',
  ),
  dialogue(
    'プラン',
    [
      ['東京に4日間', { to: 'Tokyo', length: '4d 3n' }],
      ['二番目がいいです', { reference: '1', language: 'ja' }, undefined, 3],
      ['もっと安く', { reference: 'cheaper', language: 'ja' }, undefined, 3],
      ['美術館はいらない', { dislikes: 'museums', language: 'ja' }],
    ],
    'ja-JP',
  ),
];
