import { type AcceptResult } from '@travellite/conversations';
import { TravelError } from '@travellite/protocol';
import { silentLog } from '@travellite/telemetry';
import { type Ingest } from '@travellite/turns';
import { submit, turnOf } from './submit.js';

const said = { conversation: 'user:ada', userId: 'ada', text: 'hi', door: 'gateway', ts: 7 } as const;
const ingestOf = (answer: () => Promise<AcceptResult>): Ingest => ({ submit: answer });

describe('turnOf', () => {
  test('keeps the id of the client, or makes one that sorts by time', () => {
    expect(turnOf({ ...said, id: 'm1' }).id).toBe('m1');
    const ids = Array.from({ length: 5 }, () => turnOf(said).id);
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(5);
  });

  test('holds what was said and nothing that was not', () => {
    expect(turnOf(said)).toEqual({
      id: expect.any(String),
      conversation: 'user:ada',
      message: { text: 'hi', author: { userId: 'ada' }, ts: 7, door: 'gateway' },
    });
    const carried = { pois: [] };
    expect(turnOf({ ...said, carried, locale: 'de', timeZone: 'Europe/Vienna' }).message).toMatchObject({
      carried,
      locale: 'de',
      timeZone: 'Europe/Vienna',
    });
  });
});

describe('submit', () => {
  const turn = turnOf(said);
  const answered = (answer: () => Promise<AcceptResult>) =>
    submit(ingestOf(answer), silentLog, turn, undefined);

  test.each<[AcceptResult]>([
    [{ status: 'accepted', position: 3 }],
    [{ status: 'duplicate', outcome: 'ended' }],
  ])('passes on %j', async (answer) => {
    expect(await answered(() => Promise.resolve(answer))).toEqual(answer);
  });

  test.each(['busy', 'queue_full'] as const)('says %s in words', async (code) => {
    const answer = await answered(() => Promise.resolve({ status: 'rejected', code }));
    expect(answer).toEqual({ status: 'rejected', fault: { code, message: expect.stringMatching(/\.$/) } });
  });

  test('a mailbox that cannot be reached is a fault', async () => {
    const error = new TravelError('provider_unavailable', 'Please try again.');
    expect(await answered(() => Promise.reject(error))).toEqual({
      status: 'rejected',
      fault: { code: 'provider_unavailable', message: 'Please try again.' },
    });
  });

  test('hands on what to do when the conversation is busy', async () => {
    const asked: unknown[] = [];
    const ingest: Ingest = {
      submit: async (_turn, options) => {
        asked.push(options);
        return { status: 'accepted', position: 0 };
      },
    };
    await submit(ingest, silentLog, turn, 'reject');
    await submit(ingest, silentLog, turn, undefined);
    expect(asked).toEqual([{ onBusy: 'reject' }, {}]);
  });
});
