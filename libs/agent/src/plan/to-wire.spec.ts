import { type PlanBlock, type PlanDay, planOptionSchema } from '@travellite/protocol';
import { type Heard, Talk, tripOf } from '../testing/talk.js';

const blocksOf = (days: readonly PlanDay[]) => days.flatMap(({ blocks }) => blocks);
const isLeg = ({ description }: PlanBlock) => /^(Flight|Train|Still under way)/.test(description);

describe('an option on the wire', () => {
  let heard: Heard;
  const option = () => tripOf(heard).plan[0]!;
  const all = () => [...option().days, ...(option().departure ? [option().departure!] : [])];
  beforeAll(async () => {
    heard = await new Talk().say(
      'Plan a trip for two from New York to Tokyo, March 3 to 10 2027, budget $9000',
    );
  });

  it('has a date on each day, one after the other', () => {
    const dates = option().days.map(({ date }) => Date.parse(`${date}T00:00Z`));
    expect(dates[0]).toBe(Date.UTC(2027, 2, 3));
    expect(dates.slice(1).map((date, at) => date - dates[at]!)).toEqual(dates.slice(1).map(() => 86_400_000));
  });

  it('tells flights by the clocks of their airports', () => {
    const flights = blocksOf(all()).filter((block) => isLeg(block) && block.continued !== true);
    const { zones = [] } = tripOf(heard);
    expect(flights.map(({ zone = -1, end_zone = -1 }) => [zones[zone], zones[end_zone]])).toEqual([
      ['America/New_York', 'Asia/Tokyo'],
      ['Asia/Tokyo', 'America/New_York'],
    ]);
    for (const { starts = '', ends = '' } of flights) {
      expect(Date.parse(ends) - Date.parse(starts)).toBeGreaterThan(9 * 3_600_000);
      expect(Date.parse(ends) - Date.parse(starts)).toBeLessThan(40 * 3_600_000);
    }
  });

  it('tells everything else by the clock of the city, each block once', () => {
    const stops = blocksOf(all()).filter((block) => !isLeg(block));
    expect(stops.length).toBeGreaterThan(10);
    const { zones = [] } = tripOf(heard);
    expect(new Set(stops.map(({ zone = -1 }) => zones[zone]))).toEqual(new Set(['Asia/Tokyo']));
    for (const { starts = '', ends = '' } of stops) expect(starts < ends).toBe(true);
    for (const block of blocksOf(all()).filter(({ continued }) => continued))
      expect(block.starts).toBeUndefined();
  });

  it('says what a night costs, in the currency of the sum', () => {
    expect(option().currency).toBe('USD');
    const nights = option().days.filter(({ lodging }) => lodging !== undefined);
    expect(nights.length).toBeGreaterThan(4);
    for (const { lodging_cost } of nights) expect(lodging_cost).toBeGreaterThan(0);
  });

  it('is read back as it was told, and counts as one revision', () => {
    expect(planOptionSchema.parse(JSON.parse(JSON.stringify(option())))).toEqual(option());
    expect(tripOf(heard).planned?.revision).toBe(1);
  });
});
