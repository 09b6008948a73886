import { type PlanOption, type TripView } from '@travellite/protocol';
import fc from 'fast-check';
import { toItinerary } from '../itinerary/itinerary.js';
import { readCalendar } from '../testing/read-calendar.js';
import { louvre, option, trip, visit } from '../testing/sample-trip.js';
import { toCalendar } from './to-calendar.js';

const fileOf = (view: TripView, number = 1) => toCalendar(toItinerary(view, number)!, { tripId: 'trip-1' })!;
const read = (view: TripView, number = 1) => readCalendar(fileOf(view, number));
const withOption = (change: Partial<PlanOption>) => trip({ plan: [{ ...option, ...change }] });
const oneBlock = (block: ReturnType<typeof visit>) =>
  withOption({ days: [{ highlight: 'Paris', date: '2026-10-23', blocks: [block] }], departure: undefined });

describe('the calendar of a trip, read by another program', () => {
  const calendar = read(trip());

  it('has an event for each block and each stay, and none for the rest of a leg', () => {
    expect(calendar.events.map(({ summary }) => summary)).toEqual([
      'Flight from New York to Paris (AF 11) (sample)',
      'Visit Louvre',
      'Visit Louvre',
      'Flight from Paris to New York (AF 6) (sample)',
      'Stay: Hotel of Paris (2 rooms) (sample)',
    ]);
  });

  it('tells flights by the clocks of their airports', () => {
    const [there, , , back] = calendar.events;
    expect(there?.starts).toMatchObject({ zone: 'America/New_York', local: '2026-10-23T18:30:00' });
    expect(there?.ends).toMatchObject({ zone: 'Europe/Paris', local: '2026-10-24T07:45:00' });
    expect(back?.starts).toMatchObject({ zone: 'Europe/Paris', local: '2026-10-26T10:00:00' });
    expect(back?.ends).toMatchObject({ zone: 'America/New_York', local: '2026-10-26T12:30:00' });
  });

  it('means the instants of the plan, also after the clocks went back', () => {
    const instants = calendar.events.slice(0, 4).map(({ starts, ends }) => [starts.ms, ends.ms]);
    expect(instants).toEqual([
      [Date.UTC(2026, 9, 23, 22, 30), Date.UTC(2026, 9, 24, 5, 45)],
      [Date.UTC(2026, 9, 24, 7, 0), Date.UTC(2026, 9, 24, 9, 30)],
      [Date.UTC(2026, 9, 25, 8, 0), Date.UTC(2026, 9, 25, 10, 30)],
      [Date.UTC(2026, 9, 26, 9, 0), Date.UTC(2026, 9, 26, 16, 30)],
    ]);
  });

  it('shows a stay as whole days, to the day of leaving', () => {
    const stay = calendar.events.at(-1);
    expect(stay).toMatchObject({
      allDay: true,
      description: '2 nights\n$360 for everyone\nSample data, not a real offer.',
    });
    expect([stay?.starts.local, stay?.ends.local]).toEqual(['2026-10-24', '2026-10-26']);
  });

  it('says where, what it costs, and that sample data is sample data', () => {
    const [there, louvreVisit] = calendar.events;
    expect(louvreVisit).toMatchObject({ location: 'Louvre, Rue de Rivoli', status: 'TENTATIVE' });
    expect(louvreVisit?.geo).toEqual([48.8606, 2.3376]);
    expect(louvreVisit?.description).toContain(
      'Getting there: walk, 12m\nThe largest museum.\n€22 per person',
    );
    expect(there?.description).toBe('flight, 7h 15m, $840.50 for everyone\nSample data, not a real offer.');
    expect(calendar.name).toBe('Paris – Cheapest (sample)');
  });

  it('defines each zone it uses, once', () => {
    expect(calendar.zones.sort()).toEqual(['America/New_York', 'Europe/Paris']);
  });
});

describe('the same trip again', () => {
  it('is the same file', () => expect(fileOf(trip())).toBe(fileOf(trip())));

  it('keeps its UIDs when it changes, and its SEQUENCE grows', () => {
    const later = read(trip({ plan: [{ ...option, overall_cost: '$9' }], planned: { revision: 4, at: 5 } }));
    const before = read(trip());
    expect(later.events.map(({ uid }) => uid)).toEqual(before.events.map(({ uid }) => uid));
    expect([before.events[0]?.sequence, later.events[0]?.sequence]).toEqual([3, 4]);
  });

  it('knows an option by its name, not by its place', () => {
    const moved = trip({ plan: [...trip().plan].reverse() });
    expect(read(moved, 2).events.map(({ uid }) => uid)).toEqual(read(trip(), 1).events.map(({ uid }) => uid));
    const all = [1, 2].flatMap((number) => read(trip(), number).events.map(({ uid }) => uid));
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('a plan from elsewhere', () => {
  const bare = { time: '9:00 AM - 11:30 AM', description: 'Walk' };

  it('is in local time when it says no more than the clock', () => {
    const days = [
      { highlight: 'One', blocks: [bare] },
      { highlight: 'Two', blocks: [{ ...bare, time: '22:00 - 1:00' }] },
    ];
    const { events } = read(withOption({ days, departure: undefined, sample: undefined }));
    expect(events.map(({ starts, ends }) => [starts.local, ends.local])).toEqual([
      ['2026-10-23T09:00:00', '2026-10-23T11:30:00'],
      ['2026-10-24T22:00:00', '2026-10-25T01:00:00'],
    ]);
    expect(events.every(({ starts }) => starts.floating)).toBe(true);
  });

  it('is in UTC when the zone does not fit the offset', () => {
    const [event] = read(oneBlock(visit('2026-10-23T09:00+09:00', '2026-10-23T10:00+09:00'))).events;
    expect(event?.starts).toMatchObject({ zone: undefined, ms: Date.UTC(2026, 9, 23, 0), floating: false });
  });

  it.each([
    ['of another year', visit('2016-10-23T09:00+02:00', '2016-10-23T10:00+02:00')],
    ['that end before they begin', visit('2026-10-23T09:00+02:00', '2026-10-23T08:00+02:00')],
    ['that last a year', visit('2026-10-23T09:00+02:00', '2027-10-23T08:00+02:00')],
  ])('goes by the clock for times %s', (_what, block) => {
    const [event] = read(oneBlock(block)).events;
    expect([event?.starts.local, event?.ends.local]).toEqual(['2026-10-23T09:00:00', '2026-10-23T11:30:00']);
  });

  it('leaves out what has no time', () => {
    const block = { ...bare, time: 'in the morning' };
    expect(read(oneBlock(block)).events).toEqual([]);
  });

  it('has no calendar when nobody knows a day', () => {
    const request = { ...trip().request, dates: undefined };
    const days = [{ highlight: 'One', blocks: [bare] }];
    const view = trip({ request, plan: [{ ...option, days, departure: undefined }] });
    expect(toCalendar(toItinerary(view, 1)!, { tripId: 't' })).toBeUndefined();
  });
});

describe('text of any kind', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 120 }),
    fc.constantFrom(
      'a\r\nEND:VEVENT\r\nBEGIN:VEVENT',
      '\\n;,:"',
      '日本語😀'.repeat(40),
      '\ud83d',
      '\u202egpj',
      'x\u0000y',
    ),
  );

  it('changes nothing but the text, and no line is longer than 75 octets', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (name, about, notes) => {
        const place = { ...louvre, name, description: about, address: notes };
        const block = visit('2026-10-23T09:00+02:00', '2026-10-23T10:00+02:00', {
          description: about,
          pois: [place],
        });
        const view = {
          ...oneBlock(block),
          request: { ...trip().request, destinations: [{ name, kind: 'city' as const }] },
        };
        view.plan = view.plan.map((one) => ({ ...one, general_notes: notes, overall_cost: about }));
        const file = fileOf(view);
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(Buffer.from(file).toString()).toBe(file);
        expect(file).not.toMatch(/[\u0000-\u0009\u000b\u000c\u000e-\u001f]|[^\r]\n/);
        const { events, root } = readCalendar(file);
        expect(events).toHaveLength(1);
        expect(root.getAllSubcomponents().map(({ name: kind }) => kind)).toEqual(['vtimezone', 'vevent']);
        expect(events[0]?.starts.ms).toBe(Date.UTC(2026, 9, 23, 7));
      }),
      { numRuns: 300 },
    );
  });

  it('is bounded', () => {
    const long = 'x'.repeat(4_000);
    const days = Array.from({ length: 60 }, () => ({
      highlight: long,
      blocks: Array.from({ length: 50 }, () => visit('', '', { starts: undefined, description: long })),
    }));
    const file = fileOf(withOption({ days, departure: undefined }));
    expect(Buffer.byteLength(file)).toBeLessThan(3_000_000);
    expect(file.match(/^BEGIN:VEVENT/gm)).toHaveLength(2_000);
  });
});
