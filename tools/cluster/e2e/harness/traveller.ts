import { once } from 'node:events';
import { nativeSubprotocol } from '@travellite/protocol';
import { WebSocket } from 'ws';

export type Frame = Record<string, unknown> & { type: string };

/** A client of the native door that keeps every frame. */
export class Traveller {
  readonly frames: Frame[] = [];
  /** Code of the end, and when it came (Unix ms). */
  readonly ended: Promise<{ code: number; at: number }>;
  private readonly waiting = new Set<() => void>();

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      this.frames.push(JSON.parse(data.toString()) as Frame);
      for (const look of this.waiting) look();
    });
    this.ended = new Promise((resolve) => {
      socket.on('close', (code) => {
        for (const look of this.waiting) look();
        resolve({ code, at: Date.now() });
      });
    });
  }

  /** Connects and waits for the welcome. */
  static async connect(gateway: string, userId: string): Promise<Traveller> {
    const url = `${gateway.replace('http', 'ws')}/ws?userId=${userId}`;
    const socket = new WebSocket(url, [nativeSubprotocol], { perMessageDeflate: false });
    const traveller = new Traveller(socket);
    await once(socket, 'open');
    await traveller.frame('welcome');
    return traveller;
  }

  /** Says something and gives the acknowledgement. */
  async say(id: string, text: string): Promise<Frame> {
    this.socket.send(JSON.stringify({ type: 'user_message', id, text }));
    return this.frame('ack', (frame) => frame['id'] === id);
  }

  send(raw: string): void {
    this.socket.send(raw);
  }

  /** The first frame of a type that fits, now or later. */
  frame(type: string, fits: (frame: Frame) => boolean = () => true): Promise<Frame> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = this.frames.find((frame) => frame.type === type && fits(frame));
        if (!found && this.socket.readyState !== WebSocket.CLOSED) return;
        this.waiting.delete(look);
        clearTimeout(timer);
        if (found) resolve(found);
        else reject(new Error(`The connection closed before a ${type}; heard ${this.heard()}`));
      };
      const timer = setTimeout(() => {
        this.waiting.delete(look);
        reject(new Error(`No ${type} came; heard ${this.heard()}`));
      }, 20_000);
      this.waiting.add(look);
      look();
    });
  }

  /** The end of a turn. */
  done(turn: string): Promise<Frame> {
    return this.frame('done', (frame) => frame['turn'] === turn);
  }

  /** How often a frame of this type came for a turn. */
  count(type: string, turn: string): number {
    return this.frames.filter((frame) => frame.type === type && frame['turn'] === turn).length;
  }

  private heard(): string {
    return JSON.stringify(this.frames.slice(-10)).slice(0, 1_000);
  }

  close(): void {
    this.socket.close();
  }
}
