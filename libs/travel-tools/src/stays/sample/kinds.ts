import { type HouseRule, type RoomType } from '@travellite/protocol';

/** A kind of sample stay: how it is let, for how many, and its price beside the city's middling room. */
export interface StayKind {
  kind: string;
  label: string;
  roomType: RoomType;
  capacity: number;
  factor: number;
  /** 0 to 5. */
  rating: number;
  minNights: readonly number[];
  /** House rules vary by neighbourhood: one entry is taken for each in turn. */
  forbids: readonly (readonly HouseRule[])[];
}

export const stayKinds: readonly StayKind[] = [
  {
    kind: 'hotel',
    label: 'Hotel',
    roomType: 'private_room',
    capacity: 2,
    factor: 1,
    rating: 3.9,
    minNights: [1],
    forbids: [
      ['smoking', 'pets', 'parties'],
      ['smoking', 'parties'],
      ['pets', 'parties'],
      ['smoking', 'parties', 'visitors'],
    ],
  },
  {
    kind: 'hotel',
    label: 'Family Hotel',
    roomType: 'private_room',
    capacity: 4,
    factor: 1.55,
    rating: 4,
    minNights: [1],
    forbids: [
      ['smoking', 'pets', 'parties'],
      ['smoking', 'parties'],
    ],
  },
  {
    kind: 'hotel',
    label: 'Grand Hotel',
    roomType: 'private_room',
    capacity: 2,
    factor: 2.7,
    rating: 4.7,
    minNights: [1],
    forbids: [['smoking', 'parties'], ['parties'], ['smoking', 'pets', 'parties']],
  },
  {
    kind: 'apartment',
    label: 'Apartment',
    roomType: 'entire_home',
    capacity: 4,
    factor: 1.35,
    rating: 4.3,
    minNights: [2, 1, 3, 2],
    forbids: [
      ['smoking', 'parties'],
      ['parties', 'pets'],
      ['smoking'],
      ['children_under_10', 'parties', 'smoking'],
      [],
    ],
  },
  {
    kind: 'apartment',
    label: 'Studio',
    roomType: 'entire_home',
    capacity: 2,
    factor: 0.85,
    rating: 4,
    minNights: [1, 3, 2],
    forbids: [['smoking', 'pets', 'parties', 'visitors'], ['parties'], ['smoking', 'parties']],
  },
  {
    kind: 'guesthouse',
    label: 'Guesthouse',
    roomType: 'private_room',
    capacity: 2,
    factor: 0.6,
    rating: 3.7,
    minNights: [1, 1, 2],
    forbids: [
      ['smoking', 'parties', 'visitors'],
      ['parties'],
      ['pets', 'parties', 'smoking'],
      ['children_under_10', 'parties'],
    ],
  },
  {
    kind: 'hostel',
    label: 'Hostel',
    roomType: 'shared_room',
    capacity: 1,
    factor: 0.24,
    rating: 3.5,
    minNights: [1],
    forbids: [
      ['smoking', 'pets', 'visitors', 'children_under_10'],
      ['smoking', 'parties', 'pets'],
      ['pets', 'parties'],
    ],
  },
];

/** Kinds that belong to a country. */
export const localKinds: Readonly<Record<string, StayKind>> = {
  JP: {
    kind: 'ryokan',
    label: 'Ryokan',
    roomType: 'private_room',
    capacity: 3,
    factor: 1.9,
    rating: 4.5,
    minNights: [1],
    forbids: [['smoking', 'pets', 'parties', 'visitors']],
  },
  MA: {
    kind: 'riad',
    label: 'Riad',
    roomType: 'private_room',
    capacity: 2,
    factor: 1.3,
    rating: 4.4,
    minNights: [1, 2],
    forbids: [['smoking', 'parties', 'pets']],
  },
};
