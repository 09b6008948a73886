import { weatherContract } from '../../conformance/weather-contract.js';
import { worldGazetteer } from '../../gazetteer/open-gazetteer.js';
import { curatedCities } from '../../places/data/index.js';
import { createNormalWeather, estimatedClimate } from './normal-weather.js';

const gazetteer = worldGazetteer();
const weather = createNormalWeather(gazetteer, () => Date.UTC(2026, 10, 21));
const day = async (name: string, date: string) =>
  (await weather.days({ city: { name, kind: 'city' }, from: date, to: date }))[0]!;

weatherContract('climate normals', async () => ({
  weather,
  city: { name: 'Paris', kind: 'city' },
  from: '2026-12-15',
}));

test('the middle of a month has the mean of the month', async () => {
  expect(await day('Paris', '2027-01-16')).toMatchObject({
    highC: 8,
    lowC: 3,
    sample: false,
    source: 'climate normals',
  });
});

test('between two months the values lie between', async () => {
  const { highC } = await day('Paris', '2027-04-30');
  expect(highC).toBeGreaterThanOrEqual(17);
  expect(highC).toBeLessThanOrEqual(19);
});

test('a city without normals gets an estimate that says so', async () => {
  expect(await day('Roanoke', '2027-07-10')).toMatchObject({
    sample: true,
    source: 'estimate from latitude',
  });
});

test('the estimate is within eight degrees of the written-down means, city by city and month by month', () => {
  const off = curatedCities.flatMap(({ name, centre, climate }) =>
    estimatedClimate(centre[0]).flatMap(([high], month) =>
      Math.abs(high - climate[month]![0]) > 8
        ? [`${name} ${month + 1}: ${high} for ${climate[month]![0]}`]
        : [],
    ),
  );
  expect(off.length).toBeLessThan((curatedCities.length * 12) / 10);
});

test('seasons are turned round in the south', () => {
  const south = estimatedClimate(-34);
  expect(south[0]![0]).toBeGreaterThan(south[6]![0]);
});
