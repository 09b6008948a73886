import {
  decodeNativeFrame,
  encodeNativeFault,
  encodeNativeFrame,
  type Fault,
  type InboundFrame,
  nativeError,
} from '@travellite/dialects';
import { type NativeCommand } from '@travellite/protocol';
import { type Connection } from '../connections/connection.js';
import { type Door } from '../connections/door.js';
import { type Hub } from '../outbound/hub.js';
import { NativeChannel } from '../outbound/native-channel.js';
import { catchUp } from '../outbound/native-join.js';
import { type DoorPorts, enterHub, faultOf, leaveHub, settle } from './door-ports.js';
import { submit, turnOf } from './submit.js';

type Command<Type extends NativeCommand['type']> = NativeCommand & { type: Type };

/** The native door: `/ws`, or the subprotocol `travellite.v1` on any path. */
export class NativeDoor implements Door {
  readonly name = 'native';

  constructor(private readonly ports: DoorPorts) {}

  opened(connection: Connection): void {
    enterHub(connection, this.ports, (hub) => this.join(connection, hub));
  }

  private async join(connection: Connection, hub: Hub): Promise<void> {
    if (!connection.open) return;
    const { after } = connection;
    connection.after = undefined;
    connection.held = [];
    const channel = hub.channel(NativeChannel, () => new NativeChannel((member) => this.rejoin(member, hub)));
    channel.members.add(connection);
    const welcome = { connection: this.ports.newId() };
    await catchUp(connection, hub, this.ports.conversations, after, welcome);
  }

  private rejoin(connection: Connection, hub: Hub): void {
    const joining = catchUp(connection, hub, this.ports.conversations, undefined, undefined);
    settle(connection, this.ports.log, joining);
  }

  async frame(connection: Connection, frame: InboundFrame): Promise<void> {
    if (connection.joining) await connection.joining;
    const decoded = decodeNativeFrame(frame);
    if (decoded.fault) {
      connection.send(encodeNativeFault(decoded.fault, decoded.id, decoded.refused));
      return;
    }
    const { command } = decoded;
    switch (command.type) {
      case 'ping':
        return connection.send(encodeNativeFrame({ type: 'pong', id: command.id }));
      case 'resume':
        return this.resume(connection, command);
      case 'user_message':
        return this.say(connection, command);
    }
  }

  private async resume(connection: Connection, { id, epoch, seq }: Command<'resume'>): Promise<void> {
    const { hub } = connection;
    if (!hub) return;
    try {
      connection.send(encodeNativeFrame({ type: 'ack', id, status: 'accepted' }));
      await catchUp(connection, hub, this.ports.conversations, { epoch, seq }, undefined);
    } catch (error) {
      this.rejoin(connection, hub);
      connection.send(encodeNativeFault(faultOf(error), id));
    }
  }

  private async say(connection: Connection, command: Command<'user_message'>): Promise<void> {
    const { conversation, userId } = connection;
    if (conversation === undefined || userId === undefined) return;
    const { id, text, onBusy, locale, timeZone } = command;
    const ts = this.ports.now();
    const turn = turnOf({ conversation, userId, text, door: 'native', ts, id, locale, timeZone });
    const answer = await submit(this.ports.ingest, this.ports.log, turn, onBusy);
    if (answer.status === 'accepted') {
      const { position } = answer;
      const status = position === 0 ? 'accepted' : 'queued';
      connection.send(encodeNativeFrame({ type: 'ack', id, status, turn: id, position }));
    } else if (answer.status === 'duplicate') {
      connection.send(encodeNativeFrame({ type: 'ack', id, status: 'duplicate', turn: id }));
    } else {
      const error = nativeError(answer.fault);
      connection.send(encodeNativeFrame({ type: 'ack', id, status: 'rejected', error }));
    }
  }

  closed(connection: Connection): void {
    leaveHub(connection, this.ports);
  }

  fault(_connection: Connection, fault: Fault): string {
    return encodeNativeFault(fault);
  }

  goingAway(connection: Connection): void {
    connection.send(encodeNativeFrame({ type: 'going_away', reason: 'The server restarts.' }));
  }
}
