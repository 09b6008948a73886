import {
  createGatewayState,
  decodeGatewayFrame,
  encodeGatewayFault,
  type Fault,
  type InboundFrame,
} from '@travellite/dialects';
import { type Connection } from '../connections/connection.js';
import { type Door } from '../connections/door.js';
import { GatewayChannel } from '../outbound/gateway-channel.js';
import { type Hub } from '../outbound/hub.js';
import { type DoorPorts, enterHub, leaveHub } from './door-ports.js';
import { submit, turnOf } from './submit.js';

/** Door 1: `/api/gateway/ws`. */
export class GatewayDoor implements Door {
  readonly name = 'gateway';

  constructor(private readonly ports: DoorPorts) {}

  opened(connection: Connection): void {
    enterHub(connection, this.ports, (hub) => this.join(connection, hub));
  }

  private join(connection: Connection, hub: Hub): void {
    if (!connection.open) return;
    const ts = this.ports.now();
    const { userId = '' } = connection;
    const channel = hub.channel(GatewayChannel, () => new GatewayChannel(userId, hub.running, ts));
    channel.join(connection, ts);
  }

  frame(connection: Connection, frame: InboundFrame): void | Promise<void> {
    const { command, fault } = decodeGatewayFrame(frame, connection.userId ?? '');
    if (fault) connection.refuse(fault);
    else return this.say(connection, command.text);
  }

  private async say(connection: Connection, text: string): Promise<void> {
    const { conversation, userId } = connection;
    if (conversation === undefined || userId === undefined) return;
    // An answer can come before the mailbox's word, so the connection must hear first.
    if (connection.joining) await connection.joining;
    const turn = turnOf({ conversation, userId, text, door: 'gateway', ts: this.ports.now() });
    const answer = await submit(this.ports.ingest, this.ports.log, turn, undefined);
    if (answer.status === 'rejected') connection.refuse(answer.fault);
  }

  closed(connection: Connection): void {
    leaveHub(connection, this.ports);
  }

  fault(connection: Connection, fault: Fault): string {
    return encodeGatewayFault(createGatewayState(connection.userId ?? ''), fault, this.ports.now());
  }

  /** This door has no words for it; the close code says it. */
  goingAway(): void {}
}
