import { DeliveryError, type RealtimeProvider, type RoomMessage } from '@travellite/realtime';
import { toTravelError, TravelError } from '@travellite/protocol';
import { type Counters, type Log } from '@travellite/telemetry';
import { pauseUnless, waitBefore } from '../connection/back-off.js';
import { type ConnectionKeeper } from '../connection/connection-keeper.js';
import { type PublisherTimes } from '../options.js';
import { type RoomRate } from '../rate/room-rate.js';
import { Doubts, type Publication } from './doubts.js';

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

/** Rooms that are published to at the same time when publishing ends. */
const partingLanes = 16;

/** Gets publications to their rooms: by the connection where one is open, else by HTTP, again and again until they are there. */
export class Delivery {
  private readonly doubts: Doubts;
  /** Publications of a room go one after another, also those that are published again. */
  private readonly lanes = new Map<string, Promise<void>>();

  constructor(private readonly options: DeliveryOptions) {
    this.doubts = new Doubts(options.times.doubtMs, options.now);
  }

  /**
   * Resolves when the service has it, or it was handed to an open connection that confirms nothing.
   * @throws {DeliveryError} one that is not retryable: the service will never take it
   * @throws {TravelError} `cancelled` when publishing ends here
   */
  publish(publication: Publication): Promise<void> {
    const { room } = publication;
    return this.inTurn(room, () =>
      this.persist(async () => {
        await this.publishDoubtful(room);
        await this.attempt(publication);
      }),
    );
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

  /** The connection is gone, and with it perhaps what it had not told the service yet: that goes again, before anything newer of its room. */
  recover(): void {
    const { signal, log } = this.options;
    const givenUp = this.doubts.lose();
    if (givenUp > 0) log.warn('answers that were perhaps lost are too many', { givenUp });
    if (signal.aborted) return;
    for (const room of this.doubts.rooms) {
      const work = () => this.persist(() => this.publishDoubtful(room));
      this.inTurn(room, work).catch((thrown: unknown) => {
        const { code, message } = toTravelError(thrown);
        if (code !== 'cancelled')
          log.error('an answer could not be published again', { code, cause: message });
      });
    }
  }

  /** For the end, when the connection is closed: what is in doubt by then goes by HTTP, within `partingMs`. What does not is said. */
  async close(): Promise<void> {
    if (this.lanes.size === 0 && this.doubts.size === 0) return;
    const { times, log } = this.options;
    const end = new AbortController();
    const bound = Promise.withResolvers<void>();
    const timer = setTimeout(() => bound.resolve(end.abort()), times.partingMs);
    await Promise.race([this.part(end.signal), bound.promise]);
    clearTimeout(timer);
    const { size } = this.doubts;
    if (size > 0) log.error('answers were perhaps lost with their connection', { answers: size });
  }

  private async part(end: AbortSignal): Promise<void> {
    await Promise.all(this.lanes.values());
    const { rooms } = this.doubts;
    const lane = async () => {
      for (let room = rooms.shift(); room !== undefined && !end.aborted; room = rooms.shift())
        await this.partWith(room, end);
    };
    await Promise.all(Array.from({ length: partingLanes }, lane));
  }

  private async partWith(room: string, end: AbortSignal): Promise<void> {
    const byHttp = (publication: Publication) => this.byHttp(publication);
    await this.persist(() => this.publishDoubtful(room, byHttp), end).catch((thrown: unknown) => {
      const { code, message } = toTravelError(thrown);
      if (code !== 'cancelled')
        this.options.log.error('an answer could not be published', { code, cause: message });
    });
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

  /** Does something until it succeeds or never will. */
  private async persist(work: () => Promise<void>, signal = this.options.signal): Promise<void> {
    const { times, random, counters, log } = this.options;
    const backOff = { firstMs: times.retryMs, longestMs: times.longestRetryMs };
    for (let attempt = 1; ; attempt += 1) {
      if (signal.aborted) throw new TravelError('cancelled', 'Publishing ends here.');
      try {
        return await work();
      } catch (thrown) {
        const fault = toTravelError(thrown);
        if (!fault.retryable) throw fault;
        counters.add('answer_retries');
        log.debug('an answer is published again', { attempt, code: fault.code });
        const asked = thrown instanceof DeliveryError ? (thrown.retryAfterMs ?? 0) : 0;
        await pauseUnless(signal, Math.max(asked, waitBefore(attempt, backOff, random())));
      }
    }
  }

  /** What a room may have lost, oldest first. What the service refuses for good is given up: nothing newer waits for it. */
  private async publishDoubtful(
    room: string,
    attempt = (publication: Publication) => this.attempt(publication),
  ): Promise<void> {
    for (let next = this.doubts.next(room); next; next = this.doubts.next(room)) {
      try {
        await attempt(next);
        this.options.counters.add('answers_published_again');
      } catch (thrown) {
        const { code, message, retryable } = toTravelError(thrown);
        if (retryable || code === 'cancelled') throw thrown;
        this.options.log.error('an answer could not be published again', {
          id: next.id,
          code,
          cause: message,
        });
      }
      this.doubts.settle(next);
    }
  }

  private async attempt(publication: Publication): Promise<void> {
    const { keeper, rate, signal, times, counters } = this.options;
    const { room, messages, id } = publication;
    const waitMs = rate.waitForEnd(room, messages.length);
    if (waitMs > 0) await pauseUnless(signal, waitMs);
    if (signal.aborted) throw new TravelError('cancelled', 'Publishing ends here.');
    const connection = await keeper().soon(times.patienceMs);
    if (!connection) return this.byHttp(publication);
    const { confirmed } = await connection.publish(room, messages, id);
    if (!confirmed) {
      // It ended meanwhile, and `recover` has not seen this one.
      if (keeper().current !== connection)
        throw new DeliveryError(
          'provider_unavailable',
          'The connection ended while an answer was handed to it.',
        );
      this.doubts.add(publication);
    }
    counters.add('answers_published');
  }

  private async byHttp({ room, messages, id }: Publication): Promise<void> {
    const { provider, counters } = this.options;
    await provider.http.publish(room, messages, id);
    counters.add('answers_published_by_http');
    counters.add('answers_published');
  }
}
