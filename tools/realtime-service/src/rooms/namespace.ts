import { randomBytes, randomUUID } from 'node:crypto';
import { type PresenceChange } from './presence.js';
import { type Listener, Room, type RoomOptions, RoomRefusal } from './room.js';
import { type Publication, type PublishOptions } from './stream.js';

/** Hears what people do in a namespace's rooms: webhooks of one kind or another. */
export interface Observer {
  onMessage(publication: Publication, author: { userId: string; name?: string }): void;
  onPresence(room: string, change: PresenceChange): void;
  onConnection(room: string, userId: string, status: 'connected' | 'disconnected'): void;
}

/** Rooms kept at a time; beyond it, empty ones are forgotten, oldest first. */
const mostRooms = 10_000;
const maxNameBytes = 256;

export const newEpoch = (): string => randomBytes(4).toString('hex');

/** The rooms of one customer of the service. */
export class Namespace {
  private readonly rooms = new Map<string, Room>();
  private readonly observers = new Set<Observer>();
  private epoch = newEpoch();

  constructor(
    readonly id: string,
    private readonly options: RoomOptions,
    private readonly now: () => number,
  ) {}

  /** @throws {RoomRefusal} when there cannot be such a room */
  room(name: string): Room {
    const known = this.rooms.get(name);
    if (known) return known;
    if (name === '' || Buffer.byteLength(name) > maxNameBytes) {
      throw new RoomRefusal('invalid', `A room's name has 1 to ${maxNameBytes} bytes`);
    }
    this.makePlace();
    const room = new Room(name, this.epoch, this.options, this.now, (where, change) => {
      for (const observer of this.observers) observer.onPresence(where, change);
    });
    this.rooms.set(name, room);
    return room;
  }

  /** A person says something: the room sees it, and whoever observes is told. A repetition has no effect. */
  say(
    roomName: string,
    author: { userId: string; name?: string },
    message: unknown,
    id?: string,
    attributes?: PublishOptions['attributes'],
  ): { publication: Publication; duplicate: boolean } {
    // A prefix that servers do not use, and a border that no name can hold: nobody's id passes for another's.
    const key = id === undefined ? randomUUID() : `member/${encodeURIComponent(author.userId)}/${id}`;
    const said = this.room(roomName).publish(message, key, { userId: author.userId, attributes });
    if (!said.duplicate) this.tell(said.publication, author);
    return said;
  }

  /** Tells whoever observes of a message. */
  tell(publication: Publication, author: { userId: string; name?: string }): void {
    for (const observer of this.observers) observer.onMessage(publication, author);
  }

  /** A server publishes: the room sees it, nobody is told. */
  publish(
    roomName: string,
    message: unknown,
    id: string = randomUUID(),
    options: { from?: Listener; attributes?: PublishOptions['attributes'] } = {},
  ) {
    return this.room(roomName).publish(message, id, options);
  }

  connection(roomName: string, userId: string, status: 'connected' | 'disconnected'): void {
    for (const observer of this.observers) observer.onConnection(roomName, userId, status);
  }

  observe(observer: Observer): () => void {
    this.observers.add(observer);
    return () => this.observers.delete(observer);
  }

  /** Every room begins a new epoch. */
  restart(): void {
    this.epoch = newEpoch();
    for (const room of this.rooms.values()) room.restart(this.epoch);
  }

  close(): void {
    for (const room of this.rooms.values()) room.close();
    this.observers.clear();
  }

  private makePlace(): void {
    if (this.rooms.size < mostRooms) return;
    for (const [name, room] of this.rooms) {
      if (!room.empty) continue;
      room.close();
      this.rooms.delete(name);
      return;
    }
    throw new RoomRefusal('rate_limited', 'Too many rooms', 1000);
  }
}
