import { toItinerary } from '../itinerary/itinerary.js';
import { louvre, option, trip, visit } from '../testing/sample-trip.js';
import { toJson } from './to-json.js';
import { toMarkdown } from './to-markdown.js';

const itinerary = () => toItinerary(trip(), 1)!;

describe('a trip as Markdown', () => {
  it('reads like a trip', () => {
    expect(toMarkdown(itinerary()).split('## Day 3')[0]).toBe(`# Paris

**Cheapest**, $2100 for everyone

The lowest total of these. The sum is for two travellers.

> Sample data, not a real offer.

## Day 1, Friday, 23 October 2026: New York to Paris

- **6:30 PM - 11:59 PM** Flight from New York to Paris (AF 11) (flight, 7h 15m, $840.50)

## Day 2, Saturday, 24 October 2026: Paris: Louvre

- **12:00 AM - 7:45 AM** Still under way: Flight from New York to Paris (AF 11)
- **9:00 AM - 11:30 AM** Visit Louvre (walk, 12m)
  - [Louvre](https://www.openstreetmap.org/?mlat=48.86060&mlon=2.33760#map=16/48.86060/2.33760) €22 per person, open Mo-Su 09:00-18:00

Night: Hotel of Paris (2 rooms), $180

`);
  });

  it('shows marks as marks', () => {
    const name = '[x](javascript:alert(1)) <img src=x> `a` **b**';
    const block = visit('2026-10-24T09:00+02:00', '2026-10-24T11:30+02:00', { pois: [{ ...louvre, name }] });
    const days = [{ highlight: '# no heading\n# none', blocks: [block] }];
    const text = toMarkdown(toItinerary(trip({ plan: [{ ...option, days }] }), 1)!);
    expect(text).toContain('\\[x\\](javascript:alert(1)) \\<img src=x\\> \\`a\\` \\*\\*b\\*\\*');
    expect(text.match(/^# /gm)).toHaveLength(1);
  });
});

describe('a trip as JSON', () => {
  it('is the itinerary with the name of its form', () => {
    expect(JSON.parse(toJson(itinerary()))).toEqual({
      format: 'travellite.trip',
      version: 1,
      ...itinerary(),
    });
  });

  it('holds times with offset and zone, and nothing of the conversation', () => {
    const text = toJson(
      toItinerary(trip({ requirements: [{ description: 'secret wish', priority: 'must_have' }] }), 1)!,
    );
    expect(text).toContain('"at": "2026-10-24T07:45+02:00"');
    expect(text).toContain('"zone": "Europe/Paris"');
    expect(text).not.toContain('secret');
  });
});
