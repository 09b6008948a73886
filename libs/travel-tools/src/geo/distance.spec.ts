import fc from 'fast-check';
import { distanceKm } from './distance.js';

const point = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
});

test.each([
  ['Paris to London', [48.8566, 2.3522], [51.5074, -0.1278], 344],
  ['New York to Paris', [40.6413, -73.7781], [49.0097, 2.5479], 5_833],
  ['over the date line', [-17.7, 177.4], [-13.8, -171.8], 1_230],
  ['from pole to pole', [90, 0], [-90, 0], 20_015],
] as const)('%s', (_what, [lat, lng], [lat2, lng2], km) => {
  const measured = distanceKm({ lat, lng }, { lat: lat2, lng: lng2 });
  expect(Math.abs(measured - km) / km).toBeLessThan(0.02);
});

test('it is a distance: never negative, the same both ways, nothing to itself, no shorter by a detour', () => {
  fc.assert(
    fc.property(point, point, point, (a, b, c) => {
      expect(distanceKm(a, a)).toBe(0);
      expect(distanceKm(a, b)).toBeGreaterThanOrEqual(0);
      expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6);
      expect(distanceKm(a, c)).toBeLessThanOrEqual(distanceKm(a, b) + distanceKm(b, c) + 1e-3);
    }),
  );
});
