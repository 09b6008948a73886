import { randomUUID } from 'node:crypto';
import { type Peer } from '../http/peer.js';
import { type Namespace } from '../rooms/namespace.js';
import { type Listener } from '../rooms/room.js';
import { fromChannel, toChannel, toError } from './channel.js';
import { type Command, parseCommands } from './commands.js';
import { askProxy, ProxyDisconnect, type ProxyTarget } from './proxy.js';
import { toPub } from './publication.js';
import { readHistory, readPresence } from './read-room.js';
import { verifyToken } from './token.js';

/** Ping of the server (s); clients count it as lost some seconds later. */
const pingSeconds = 25;

export interface SessionOptions {
  namespace: Namespace;
  tokenSecret: string;
  proxy: () => ProxyTarget | undefined;
  now: () => number;
}

/** One client of Centrifugo's bidirectional protocol (JSON). Commands are worked off in their order. */
export class CentrifugoSession {
  private readonly client = randomUUID();
  private user?: string;
  private readonly rooms = new Map<string, { joinLeave: boolean }>();
  private work: Promise<void> = Promise.resolve();
  private readonly listener: Listener;

  constructor(
    private readonly peer: Peer,
    private readonly options: SessionOptions,
  ) {
    const { id } = options.namespace;
    this.listener = {
      onPublication: (publication) =>
        peer.deliver(
          JSON.stringify({ push: { channel: toChannel(id, publication.room), pub: toPub(publication) } }),
        ),
      onPresence: (room, { userId, status }) => this.pushPresence(room, userId, status),
    };
    const ping = setInterval(() => peer.answer('{}'), pingSeconds * 1000);
    peer.socket.on('message', (data) => this.receive(String(data)));
    peer.socket.once('close', () => {
      clearInterval(ping);
      for (const room of this.rooms.keys()) this.leave(room);
    });
  }

  private receive(text: string): void {
    const commands = parseCommands(text);
    if (!commands) return this.peer.socket.close(3501, 'bad request');
    for (const command of commands) {
      this.work = this.work
        .then(() => this.take(command))
        .catch((thrown: unknown) => this.fail(command, thrown));
    }
  }

  private fail({ id }: Command, thrown: unknown): void {
    if (thrown instanceof ProxyDisconnect) return this.peer.socket.close(thrown.closeCode, thrown.message);
    try {
      this.peer.answer(JSON.stringify({ id, error: toError(thrown) }));
    } catch {
      this.peer.socket.close(3004, 'internal server error');
    }
  }

  private async take(command: Command): Promise<void> {
    const { id, connect, subscribe, unsubscribe, publish } = command;
    if (id === undefined || id === 0) return;
    if (connect) return this.connect(id, connect);
    if (this.user === undefined) return this.peer.socket.close(3501, 'bad request');
    if (subscribe) return this.subscribe(id, subscribe);
    if (publish) return this.publish(id, publish);
    if (unsubscribe) this.leave(this.roomOf(unsubscribe.channel));
    return this.reply(id, this.read(command));
  }

  private read({ unsubscribe, presence, presence_stats: stats, history }: Command): object {
    const { namespace } = this.options;
    if (unsubscribe) return { unsubscribe: {} };
    if (presence) return { presence: readPresence(namespace.room(this.roomOf(presence.channel))) };
    if (stats) {
      const { length } = namespace.room(this.roomOf(stats.channel)).presence.list();
      return { presence_stats: { num_clients: length, num_users: length } };
    }
    if (history) return { history: readHistory(namespace.room(this.roomOf(history.channel)), history) };
    return { error: { code: 104, message: 'method not found' } };
  }

  private async connect(id: number, { token, data }: NonNullable<Command['connect']>): Promise<void> {
    const user = token ? this.userOf(token) : await this.askForUser(data);
    if (typeof user !== 'string') return;
    this.user = user;
    this.reply(id, { connect: { client: this.client, version: '6.0.0', ping: pingSeconds, pong: true } });
  }

  private userOf(token: string): string | undefined {
    const verified = verifyToken(this.options.tokenSecret, token, this.options.now());
    if (typeof verified === 'object') return verified.user;
    this.peer.socket.close(3500, 'invalid token');
    return undefined;
  }

  private async askForUser(data: unknown): Promise<string | undefined> {
    const proxy = this.options.proxy();
    if (proxy) return (await askProxy(proxy, 'connect', { client: this.client, data })).user ?? '';
    this.peer.socket.close(3501, 'bad request');
    return undefined;
  }

  private async subscribe(id: number, request: NonNullable<Command['subscribe']>): Promise<void> {
    const { channel, recover, epoch = '', offset = 0 } = request;
    const name = this.roomOf(channel);
    const proxy = this.options.proxy();
    if (proxy) await askProxy(proxy, 'subscribe', { client: this.client, user: this.user ?? '', channel });
    const room = this.options.namespace.room(name);
    const { stream } = room;
    const missed = recover ? stream.since({ epoch, offset }) : undefined;
    this.reply(id, {
      subscribe: {
        recoverable: true,
        positioned: true,
        epoch: stream.epoch,
        // After a recovery: the position recovered from, which every publication moves on.
        offset: missed ? offset : stream.offset,
        ...(recover ? { was_recovering: true, recovered: missed !== undefined } : {}),
        ...(missed ? { publications: missed.map(toPub) } : {}),
      },
    });
    this.rooms.set(name, { joinLeave: request.join_leave ?? false });
    room.listen(this.listener);
    if (this.user) room.join({ userId: this.user }, this.listener);
  }

  private async publish(id: number, { channel, data }: NonNullable<Command['publish']>): Promise<void> {
    const name = this.roomOf(channel);
    const proxy = this.options.proxy();
    const user = this.user ?? '';
    const asked = proxy ? await askProxy(proxy, 'publish', { client: this.client, user, channel, data }) : {};
    this.options.namespace.say(name, { userId: user }, data, asked.idempotency_key, { client: this.client });
    this.peer.acknowledge(JSON.stringify({ id, publish: {} }));
  }

  private leave(name: string): void {
    if (!this.rooms.delete(name)) return;
    const room = this.options.namespace.room(name);
    room.unlisten(this.listener);
    if (this.user) room.presence.leave(this.user, this.listener);
  }

  private pushPresence(room: string, userId: string, status: string): void {
    if (!this.rooms.get(room)?.joinLeave || (status !== 'joined' && status !== 'left')) return;
    const kind = status === 'joined' ? 'join' : 'leave';
    const info = { user: userId, client: `client-of-${userId}` };
    this.peer.answer(
      JSON.stringify({ push: { channel: toChannel(this.options.namespace.id, room), [kind]: { info } } }),
    );
  }

  private roomOf(channel: string): string {
    return fromChannel(this.options.namespace.id, channel);
  }

  private reply(id: number, result: object): void {
    this.peer.answer(JSON.stringify({ id, ...result }));
  }
}
