import { DeliveryError, type RealtimeProvider, type RoomMessage } from '@travellite/realtime';
import { toTravelError, TravelError } from '@travellite/protocol';
import { type Counters, type Log } from '@travellite/telemetry';
import { pauseUnless, waitBefore } from '../connection/back-off.js';
import { type ConnectionKeeper } from '../connection/connection-keeper.js';
import { type PublisherTimes } from '../options.js';
import { type RoomRate } from '../rate/room-rate.js';
import { type Publication, Unconfirmed } from './unconfirmed.js';

export interface DeliveryOptions {
  provider: RealtimeProvider;
  keeper: () => ConnectionKeeper;
  rate: RoomRate;
  times: PublisherTimes;
  random: () => number;
  now: () => number;
  counters: Counters;
  log: Log;
  signal: AbortSignal;
}

/** Gets publications to their rooms: by the connection where one is open, else by HTTP, again and again until they are there. */
export class Delivery {
  private readonly unconfirmed: Unconfirmed;
  /** Publications of a room go one after another, also those that are published again. */
  private readonly lanes = new Map<string, Promise<void>>();

  constructor(private readonly options: DeliveryOptions) {
    this.unconfirmed = new Unconfirmed(options.times.doubtMs, options.now);
  }

  /**
   * Resolves when the service has it, or it was handed to an open connection that confirms nothing.
   * @throws {DeliveryError} one that is not retryable: the service will never take it
   * @throws {TravelError} `cancelled` when publishing ends here
   */
  async publish(publication: Publication): Promise<void> {
    const { signal, rate } = this.options;
    await this.inTurn(publication.room, async () => {
      await pauseUnless(signal, rate.waitForEnd(publication.room));
      await this.persist(publication);
    });
  }

  /** Shows what is only worth seeing now. What cannot go by the connection is dropped; whether it was handed over. */
  show(room: string, messages: readonly RoomMessage[], id: string): boolean {
    const { keeper, rate, counters } = this.options;
    const connection = keeper().current;
    if (!connection || messages.length === 0 || !rate.mayShow(room, messages.length)) return false;
    counters.add('chunks_published', messages.length);
    connection.publish(room, messages, id).catch((thrown: unknown) => {
      if (!(thrown instanceof DeliveryError))
        this.options.log.error('a piece of an answer failed', {}, thrown);
    });
    return true;
  }

  /** The connection is gone, and with it perhaps what it had not told the service yet. */
  recover(): void {
    const { counters, log } = this.options;
    for (const publication of this.unconfirmed.take()) {
      counters.add('answers_published_again');
      void this.inTurn(publication.room, () => this.persist(publication)).catch((thrown: unknown) => {
        const { code, message } = toTravelError(thrown);
        if (code !== 'cancelled')
          log.warn('an answer could not be published again', { code, cause: message });
      });
    }
  }

  private inTurn(room: string, work: () => Promise<void>): Promise<void> {
    const mine = (this.lanes.get(room) ?? Promise.resolve()).then(work);
    const settled = mine.catch(() => undefined);
    this.lanes.set(room, settled);
    void settled.then(() => {
      if (this.lanes.get(room) === settled) this.lanes.delete(room);
    });
    return mine;
  }

  private async persist(publication: Publication): Promise<void> {
    const { times, random, signal, counters, log } = this.options;
    const backOff = { firstMs: times.retryMs, longestMs: times.longestRetryMs };
    for (let attempt = 1; ; attempt += 1) {
      if (signal.aborted) throw new TravelError('cancelled', 'Publishing ends here.');
      try {
        return await this.attempt(publication);
      } catch (thrown) {
        const fault = toTravelError(thrown);
        if (!fault.retryable) throw fault;
        counters.add('answer_retries');
        log.debug('an answer is published again', { id: publication.id, attempt, code: fault.code });
        const asked = thrown instanceof DeliveryError ? (thrown.retryAfterMs ?? 0) : 0;
        await pauseUnless(signal, Math.max(asked, waitBefore(attempt, backOff, random())));
      }
    }
  }

  private async attempt(publication: Publication): Promise<void> {
    const { keeper, provider, times, counters } = this.options;
    const { room, messages, id } = publication;
    const connection = await keeper().soon(times.patienceMs);
    if (connection) {
      const { confirmed } = await connection.publish(room, messages, id);
      if (!confirmed) this.unconfirmed.add(publication);
    } else {
      await provider.http.publish(room, messages, id);
      counters.add('answers_published_by_http');
    }
    counters.add('answers_published');
  }
}
