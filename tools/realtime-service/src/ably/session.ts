import { randomBytes } from 'node:crypto';
import { type Peer } from '../http/peer.js';
import { type Namespace } from '../rooms/namespace.js';
import { type Listener, type Room } from '../rooms/room.js';
import { channelOf, publishAll, roomOfChannel, toAblyError } from './publish.js';
import {
  actions,
  flags,
  presenceActions,
  type ProtocolMessage,
  parseProtocolMessage,
  toWire,
} from './wire.js';

const heartbeatMs = 10_000;

export interface AblySessionOptions {
  namespace: Namespace;
  clientId?: string;
  /** Whether a connection hears what it published itself. */
  echo: boolean;
}

/** One connection of Ably's realtime protocol (JSON). */
export class AblySession {
  private readonly connectionId = randomBytes(8).toString('base64url');
  /** Rooms attached to, with the presence this connection has entered there. */
  private readonly rooms = new Map<string, { entered: Set<string> }>();
  private readonly listener: Listener;

  constructor(
    private readonly peer: Peer,
    private readonly options: AblySessionOptions,
  ) {
    const { id } = options.namespace;
    this.listener = {
      onPublication: (publication) => {
        const wire = toWire(publication);
        const { room, epoch, offset, ts } = publication;
        const serial = { channelSerial: `${epoch}:${offset}`, timestamp: ts };
        const frame = {
          action: actions.message,
          channel: channelOf(id, room),
          id: wire.id,
          ...serial,
          messages: [wire],
        };
        peer.deliver(JSON.stringify(frame));
      },
      onPresence: (room, { userId, status }) =>
        this.sendPresence(room, [
          { userId, action: status === 'joined' ? 'enter' : status === 'left' ? 'leave' : 'update' },
        ]),
    };
    const heartbeat = setInterval(() => this.send({ action: actions.heartbeat }), heartbeatMs);
    peer.socket.on('message', (data) => this.receive(String(data)));
    peer.socket.once('close', () => {
      clearInterval(heartbeat);
      for (const room of this.rooms.keys()) this.detach(room);
    });
    this.greet();
  }

  private greet(): void {
    this.send({
      action: actions.connected,
      connectionId: this.connectionId,
      connectionDetails: {
        ...(this.options.clientId === undefined ? {} : { clientId: this.options.clientId }),
        connectionKey: `${this.connectionId}!${randomBytes(6).toString('base64url')}`,
        maxMessageSize: 65_536,
        maxFrameSize: 262_144,
        maxInboundRate: 1000,
        connectionStateTtl: 120_000,
        maxIdleInterval: heartbeatMs * 1.5,
        serverId: 'local',
      },
    });
  }

  private receive(text: string): void {
    const message = parseProtocolMessage(text);
    if (!message) return this.peer.socket.close(1003);
    try {
      this.take(message);
    } catch (thrown) {
      const error = toAblyError(thrown);
      const { msgSerial, channel } = message;
      if (msgSerial !== undefined) this.send({ action: actions.nack, msgSerial, count: 1, error });
      else this.send({ action: actions.error, channel, error });
    }
  }

  private take(message: ProtocolMessage): void {
    const { action, id, channel = '' } = message;
    if (action === actions.heartbeat) return this.send({ action, ...(id === undefined ? {} : { id }) });
    if (action === actions.close) {
      this.send({ action: actions.closed });
      return this.peer.socket.close(1000);
    }
    const room = roomOfChannel(this.options.namespace.id, channel);
    if (action === actions.attach) return this.attach(channel, room, message.channelSerial ?? undefined);
    if (action === actions.message) return this.publish(room, message);
    if (action === actions.presence) return this.changePresence(room, message);
    if (action === actions.detach) {
      this.detach(room);
      this.send({ action: actions.detached, channel });
    }
  }

  private attach(channel: string, name: string, serial?: string): void {
    const room = this.options.namespace.room(name);
    const [epoch = '', offset = '0'] = serial?.split(':') ?? [];
    const missed = serial === undefined ? undefined : room.stream.since({ epoch, offset: Number(offset) });
    const members = room.presence.list();
    this.send({
      action: actions.attached,
      channel,
      channelSerial: `${room.stream.epoch}:${missed ? offset : room.stream.offset}`,
      flags: flags.modes | (members.length > 0 ? flags.hasPresence : 0) | (missed ? flags.resumed : 0),
    });
    for (const publication of missed ?? []) this.listener.onPublication(publication);
    if (members.length > 0) {
      const present = members.map(({ userId }) => ({ userId, action: 'present' as const }));
      this.sendPresence(name, present, { action: actions.sync, channelSerial: 'sync:' });
    }
    if (!this.rooms.has(name)) this.rooms.set(name, { entered: new Set() });
    room.listen(this.listener);
  }

  private publish(room: string, { messages = [], msgSerial = 0 }: ProtocolMessage): void {
    const { namespace, clientId, echo } = this.options;
    const published = publishAll(namespace, room, messages, {
      ...(clientId === undefined ? {} : { clientId }),
      ...(echo ? {} : { from: this.listener }),
      connectionId: this.connectionId,
      idOf: (at) => `${this.connectionId}:${msgSerial}:${at}`,
    });
    const serials = published.map(({ epoch, offset }) => `${epoch}:${offset}`);
    this.peer.acknowledge(JSON.stringify({ action: actions.ack, msgSerial, count: 1, res: [{ serials }] }));
  }

  private changePresence(name: string, { presence = [], msgSerial = 0 }: ProtocolMessage): void {
    const room = this.options.namespace.room(name);
    const entered = this.rooms.get(name)?.entered ?? new Set();
    for (const { action, clientId } of presence) {
      const userId = clientId ?? this.options.clientId;
      if (!userId) continue;
      if (action === presenceActions.leave) this.leavePresence(room, userId);
      else {
        entered.add(userId);
        room.join({ userId }, this.listener);
      }
    }
    this.send({ action: actions.ack, msgSerial, count: 1 });
  }

  private leavePresence(room: Room, userId: string): void {
    this.rooms.get(room.name)?.entered.delete(userId);
    room.presence.leave(userId, this.listener);
  }

  private detach(name: string): void {
    const room = this.options.namespace.room(name);
    for (const userId of this.rooms.get(name)?.entered ?? []) room.presence.leave(userId, this.listener);
    room.unlisten(this.listener);
    this.rooms.delete(name);
  }

  private sendPresence(
    room: string,
    members: readonly { userId: string; action: keyof typeof presenceActions }[],
    more: object = { action: actions.presence },
  ): void {
    const timestamp = Date.now();
    const presence = members.map(({ userId, action }, at) => ({
      action: presenceActions[action],
      clientId: userId,
      connectionId: `of-${userId}`,
      id: `of-${userId}:${timestamp}:${at}`,
      timestamp,
    }));
    this.send({ channel: channelOf(this.options.namespace.id, room), timestamp, presence, ...more });
  }

  private send(frame: object): void {
    this.peer.answer(JSON.stringify(frame));
  }
}
