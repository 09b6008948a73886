import { type Member, Presence, type PresenceChange } from './presence.js';
import { Rate } from './rate.js';
import { type Publication, type PublishOptions, Stream, type StreamLimits } from './stream.js';

/** A connection that listens to a room. */
export interface Listener {
  onPublication(publication: Publication): void;
  onPresence?(room: string, change: PresenceChange): void;
}

export interface RoomOptions extends StreamLimits {
  /** How long (ms) somebody may be gone before they have left. */
  graceMs: number;
  /** Messages that a member without a usable position is shown, the newest ones. */
  newcomersSee: number;
  /** Messages a second; no limit when left out. */
  perRoomPerSecond?: number;
}

/** A refusal in the words all doors translate. */
export class RoomRefusal extends Error {
  constructor(
    readonly code: 'rate_limited' | 'invalid' | 'too_large' | 'forbidden' | 'not_found',
    message: string,
    readonly retryAfterMs?: number,
  ) {
    super(message);
  }
}

/** A room: a stream of messages, people, and connections that listen. */
export class Room {
  readonly presence: Presence;
  stream: Stream;
  private readonly listeners = new Set<Listener>();
  private readonly rate?: Rate;

  constructor(
    readonly name: string,
    epoch: string,
    private readonly options: RoomOptions,
    private readonly now: () => number,
    onPresence: (room: string, change: PresenceChange) => void,
  ) {
    this.stream = new Stream(name, epoch, options, now);
    if (options.perRoomPerSecond !== undefined) this.rate = new Rate(options.perRoomPerSecond, now);
    this.presence = new Presence(options.graceMs, (change) => {
      onPresence(name, change);
      for (const listener of this.listeners) listener.onPresence?.(name, change);
    });
  }

  /**
   * Publishes to everybody who listens, but not to `from`.
   * @throws {RoomRefusal}
   */
  publish(
    message: unknown,
    id: string,
    options: PublishOptions & { from?: Listener } = {},
  ): { publication: Publication; duplicate: boolean } {
    const wait = this.rate?.take() ?? 0;
    if (wait > 0) throw new RoomRefusal('rate_limited', 'Too many messages for this room', wait);
    const appended = this.stream.append(message, id, options);
    if (appended.duplicate) return appended;
    for (const listener of this.listeners) {
      if (listener !== options.from) listener.onPublication(appended.publication);
    }
    return appended;
  }

  /** What somebody without a usable position is shown, oldest first. */
  newcomersSee(): Publication[] {
    return this.stream.last(this.options.newcomersSee);
  }

  listen(listener: Listener): void {
    this.listeners.add(listener);
  }

  unlisten(listener: Listener): void {
    this.listeners.delete(listener);
  }

  join(member: Member, connection: object): void {
    this.presence.join(member, connection);
  }

  /** Forgets every message and id, as a service does that lost its memory. */
  restart(epoch: string): void {
    this.stream = new Stream(this.name, epoch, this.options, this.now);
  }

  get empty(): boolean {
    return this.listeners.size === 0 && this.presence.list().length === 0;
  }

  close(): void {
    this.presence.close();
    this.listeners.clear();
  }
}
