import { type HouseRule, type PlaceRef, type RoomType } from '@travellite/protocol';
import { staySearchContract } from '../../conformance/stay-search-contract.js';
import { worldGazetteer } from '../../gazetteer/open-gazetteer.js';
import { curatedCities } from '../../places/data/index.js';
import { createSampleStays } from './sample-stays.js';

const stays = createSampleStays(worldGazetteer(), () => Date.UTC(2026, 10, 21));
const place = (name: string): PlaceRef => ({ name, kind: 'city' });
const search = (name: string, checkIn = '2027-05-03', checkOut = '2027-05-10') =>
  stays.search({ city: place(name), checkIn, checkOut, adults: 2, limit: 100 });

staySearchContract('sample stays', async () => ({
  search: stays,
  query: { city: place('Paris'), checkIn: '2026-12-15', checkOut: '2026-12-22', adults: 2 },
  sample: true,
}));

test('every name says that it is a sample', async () => {
  for (const { name } of await search('Tokyo')) expect(name).toMatch(/^Sample /);
});

test('they stand in real neighbourhoods of the data set', async () => {
  const areas = curatedCities.find(({ name }) => name === 'Rome')!.areas.map(({ name }) => name);
  const named = (await search('Rome')).map(({ name }) => areas.some((area) => name.endsWith(area)));
  expect(named).not.toContain(false);
});

test.each<[RoomType, HouseRule]>([
  ['entire_home', 'pets'],
  ['entire_home', 'smoking'],
  ['entire_home', 'children_under_10'],
  ['entire_home', 'visitors'],
  ['private_room', 'pets'],
  ['private_room', 'children_under_10'],
  ['private_room', 'smoking'],
  ['shared_room', 'visitors'],
  ['shared_room', 'children_under_10'],
])('in any curated city there is a %s that allows %s', async (roomType, rule) => {
  for (const { name } of curatedCities) {
    const fitting = (await search(name)).filter(
      (stay) => stay.roomType === roomType && !stay.forbids.includes(rule),
    );
    expect([name, fitting.length > 0]).toEqual([name, true]);
  }
});

test('a one-night stay is offered nothing with a longer minimum', async () => {
  const one = await search('Lisbon', '2027-05-03', '2027-05-04');
  expect(one.length).toBeGreaterThan(10);
  expect(one.filter(({ minNights }) => minNights > 1)).toEqual([]);
});

test('prices follow city, season and neighbourhood', async () => {
  const middle = async (name: string, checkIn?: string, checkOut?: string): Promise<number> => {
    const hotels = (await search(name, checkIn, checkOut)).filter(
      ({ kind, capacity }) => kind === 'hotel' && capacity === 2,
    );
    return hotels[Math.floor(hotels.length / 2)]!.pricePerNight.amountMinor;
  };
  expect(await middle('London')).toBeGreaterThan(await middle('Lisbon'));
  expect(await middle('Paris', '2027-07-01', '2027-07-05')).toBeGreaterThan(
    await middle('Paris', '2027-02-01', '2027-02-05'),
  );
});

test('prices are in the currency of the city, also outside the data set', async () => {
  expect((await search('Tokyo'))[0]!.pricePerNight.currency).toBe('JPY');
  const [elsewhere] = await search('Roanoke');
  expect(elsewhere!.pricePerNight.currency).toBe('USD');
  expect(elsewhere!.name).toMatch(/^Sample .*Roanoke/);
});

test('a country has its own kind of house', async () => {
  expect((await search('Kyoto')).map(({ kind }) => kind)).toContain('ryokan');
  expect((await search('Paris')).map(({ kind }) => kind)).not.toContain('ryokan');
});

test('the same question gives the same stays', async () => {
  expect(await search('Berlin')).toEqual(await search('Berlin'));
});
