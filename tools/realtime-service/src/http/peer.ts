import { WebSocket } from 'ws';
import { Line } from '../faults/line.js';
import { type Faults } from '../faults/faults.js';

/** Bytes that may wait for a connection that does not read. */
const maxBufferedBytes = 8 * 1024 * 1024;

/** One WebSocket of a client or server, with the faults of its lines. */
export class Peer {
  private readonly deliveries: Line;
  private readonly acks: Line;
  private readonly publications: Line;

  constructor(
    readonly socket: WebSocket,
    public kind: 'server' | 'client',
    faults: Faults,
  ) {
    this.deliveries = new Line(faults, 'deliveries');
    this.acks = new Line(faults, 'acks');
    this.publications = new Line(faults, 'publications');
    socket.on('error', () => socket.terminate());
    socket.once('close', () => {
      this.deliveries.close();
      this.acks.close();
      this.publications.close();
    });
  }

  /** Answers to what the peer asked; never faulty. */
  answer(text: string): void {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    if (this.socket.bufferedAmount > maxBufferedBytes) return this.socket.terminate();
    this.socket.send(text);
  }

  /** Tells the peer that something of its own was taken. */
  acknowledge(text: string): void {
    this.acks.pass(() => this.answer(text));
  }

  /** The peer publishes: what is done about it happens when it has come. */
  receive(work: () => void): void {
    this.publications.pass(work);
  }

  /** Something of others. */
  deliver(text: string): void {
    this.deliveries.pass(() => this.answer(text));
  }

  /** Cut, without a goodbye. */
  cut(): void {
    this.socket.terminate();
  }
}
