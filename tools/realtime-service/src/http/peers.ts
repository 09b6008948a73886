import { type WebSocket } from 'ws';
import { type Faults } from '../faults/faults.js';
import { Peer } from './peer.js';

/** Every open socket. */
export class Peers {
  private readonly open = new Set<Peer>();

  constructor(private readonly faults: Faults) {}

  add(socket: WebSocket, kind: Peer['kind']): Peer {
    const peer = new Peer(socket, kind, this.faults);
    this.open.add(peer);
    socket.once('close', () => this.open.delete(peer));
    return peer;
  }

  count(kind: Peer['kind']): number {
    return [...this.open].filter((peer) => peer.kind === kind).length;
  }

  /** Cuts connections without a goodbye; how many. */
  cut(kind: Peer['kind'] | 'all'): number {
    const cut = [...this.open].filter((peer) => kind === 'all' || peer.kind === kind);
    for (const peer of cut) peer.cut();
    return cut.length;
  }
}
