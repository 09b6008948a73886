import { worldGazetteer } from '../gazetteer/open-gazetteer.js';
import { landLink, landmassOf } from './landmass.js';

const gazetteer = worldGazetteer();
const landOf = (name: string, country?: string): string => {
  const city = gazetteer.findCity({ name, kind: 'city', ...(country ? { country } : {}) })!;
  return landmassOf(city.country, city.location);
};

test.each([
  ['Tokyo', 'Sapporo', true],
  ['Tokyo', 'Naha', false],
  ['Belfast', 'Dublin', true],
  ['Belfast', 'London', false],
  ['Palermo', 'Rome', false],
  ['Ajaccio', 'Paris', false],
  ['Denpasar', 'Jakarta', false],
  ['Wellington', 'Auckland', true],
  ['Christchurch', 'Auckland', false],
  ['Beijing', 'Lisbon', true],
  ['Cairo', 'Cape Town', true],
  ['Bogotá', 'Mexico City', false],
  ['Victoria', 'Vancouver', false],
  ['Singapore', 'Bangkok', true],
  ['Copenhagen', 'Stockholm', true],
])('%s and %s share a landmass: %s', (a, b, same) => {
  const country = { Victoria: 'CA' }[a];
  expect(landOf(a, country) === landOf(b)).toBe(same);
});

test('the Channel Tunnel links two landmasses, nothing else does', () => {
  expect(landLink('eurasia', 'great britain')).toBe('tunnel');
  expect(landLink('great britain', 'ireland')).toBeUndefined();
  expect(landLink('eurasia', 'eurasia')).toBe('same');
});
