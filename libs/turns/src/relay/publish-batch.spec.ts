import { type EventBatch } from '@travellite/bus';
import { type CanonicalEvent, TravelError } from '@travellite/protocol';
import { silentLog } from '@travellite/telemetry';
import fc from 'fast-check';
import { ann } from '../testing/stage.js';
import { publishBatch, toBatch } from './publish-batch.js';

const eventOf = (seq: number, size: number): CanonicalEvent => ({
  ...{ conversation: ann, epoch: 1, seq, turn: 'one', ts: 1 },
  ...{ type: 'progress', text: 'x'.repeat(size) },
});

/** A bus that takes batches of so many characters at most. */
function bus(limit: number) {
  const published: EventBatch[] = [];
  return {
    published,
    publishEvents: async (batch: EventBatch) => {
      const size = batch.events.reduce(
        (sum, event) => sum + (event.type === 'progress' ? event.text.length : 0),
        0,
      );
      if (size > limit) throw new TravelError('too_large', 'too large');
      published.push(batch);
    },
  };
}

describe('publishBatch', () => {
  it('publishes every event that fits, once and in order, whatever the sizes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(30), { minLength: 1, maxLength: 12 }), async (sizes) => {
        const small = bus(20);
        const events = sizes.map((size, at) => eventOf(at + 1, size));
        await publishBatch(small, toBatch(ann, events), silentLog);
        const seqs = small.published.flatMap((batch) => batch.events.map(({ seq }) => seq));
        expect(seqs).toEqual(events.filter((_, at) => (sizes[at] ?? 0) <= 20).map(({ seq }) => seq));
        for (const batch of small.published) expect(batch.id).toBe(`${ann}:1:${batch.events[0]?.seq}`);
      }),
    );
  });

  it('says which event nobody could take, and not what it says', async () => {
    const said: unknown[] = [];
    const log = { ...silentLog, error: (...words: unknown[]) => void said.push(words) };
    await publishBatch(bus(5), toBatch(ann, [eventOf(7, 6)]), log);
    expect(JSON.stringify(said)).toContain(`${ann}:1:7`);
    expect(JSON.stringify(said)).not.toContain('xxxxxx');
  });

  it('passes on any other fault', async () => {
    const away = { publishEvents: () => Promise.reject(new TravelError('provider_unavailable', 'no bus')) };
    await expect(publishBatch(away, toBatch(ann, [eventOf(1, 1)]), silentLog)).rejects.toMatchObject({
      code: 'provider_unavailable',
    });
  });
});
