import { type Bus, type EventBatch } from '@travellite/bus';
import { type CanonicalEvent, type ConversationId, toTravelError } from '@travellite/protocol';
import { type Log } from '@travellite/telemetry';

/** Events that became durable together, under the id of the first. */
export const toBatch = (conversation: ConversationId, events: readonly CanonicalEvent[]): EventBatch => ({
  id: `${conversation}:${events[0]?.epoch}:${events[0]?.seq}`,
  conversation,
  events,
});

/**
 * Publishes a batch; one that is larger than the bus takes goes in halves. A single event that is too large is left out: the event
 * after it (there is one, `done` at the latest) shows readers the hole, and they fill it from the log.
 */
export async function publishBatch(
  bus: Pick<Bus, 'publishEvents'>,
  batch: EventBatch,
  log: Log,
): Promise<void> {
  try {
    await bus.publishEvents(batch);
  } catch (thrown) {
    if (toTravelError(thrown).code !== 'too_large') throw thrown;
    const { conversation, events } = batch;
    if (events.length <= 1) {
      log.error('An event is larger than the bus takes; readers get it from the log.', { batch: batch.id });
      return;
    }
    const half = Math.ceil(events.length / 2);
    for (const part of [events.slice(0, half), events.slice(half)]) {
      await publishBatch(bus, toBatch(conversation, part), log);
    }
  }
}
