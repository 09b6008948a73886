import { planDaySchema, planOptionSchema } from './wire.js';

const block = { time: '9:00 AM - 11:30 AM', description: 'Visit Louvre' };

describe('a plan as clients carry it', () => {
  it('needs nothing of ours, and nothing is added to it', () => {
    const day = { highlight: 'Paris', blocks: [block] };
    expect(JSON.stringify(planDaySchema.parse(day))).toBe(JSON.stringify(day));
  });

  it('keeps what is ours, and fields nobody knows', () => {
    const ours = {
      ...block,
      starts: '2026-12-15T09:00+01:00',
      ends: '2026-12-15T11:30-03:30',
      zone: 0,
      end_zone: 1,
      continued: true,
      colour: 'red',
    };
    const option = {
      days: [{ highlight: 'Paris', date: '2026-12-15', lodging_cost: 120.5, blocks: [ours] }],
      departure: { highlight: 'Home', date: '2026-12-16', blocks: [] },
      overall_cost: '$4200',
      currency: 'USD',
      general_notes: '',
    };
    expect(planOptionSchema.parse(option)).toEqual(option);
  });

  it.each([
    ['starts', '2026-12-15 09:00'],
    ['starts', '2026-12-15T09:00'],
    ['ends', '2026-12-15T25:00+01:00'],
    ['ends', '2026-12-15T09:00+01:00\r\nX:1'],
    ['zone', 'Europe/Paris'],
    ['end_zone', -1],
    ['end_zone', 1.5],
    ['continued', 'yes'],
  ])('loses only a %s of %j', (name, value) => {
    const parsed = planDaySchema.parse({ highlight: '', blocks: [{ ...block, [name]: value }] });
    expect(JSON.parse(JSON.stringify(parsed.blocks[0]))).toEqual(block);
  });

  it.each([
    ['date', '2026-02-30'],
    ['lodging_cost', -1],
  ])('loses only a %s of %j', (name, value) => {
    const parsed = planDaySchema.parse({ highlight: '', blocks: [], [name]: value });
    expect(JSON.parse(JSON.stringify(parsed))).toEqual({ highlight: '', blocks: [] });
  });
});
