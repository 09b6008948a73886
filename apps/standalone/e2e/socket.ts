import { WebSocket } from 'ws';

/** A frame as it came, parsed. */
export type Frame = Record<string, unknown> & { type: string };

/** A client socket whose frames can be waited for. */
export class Socket {
  readonly frames: Frame[] = [];
  /** Close code, once closed. */
  readonly closed: Promise<number>;
  private readonly waiting = new Set<() => void>();
  private read = 0;

  private constructor(private readonly ws: WebSocket) {
    ws.on('message', (data: Buffer) => {
      this.frames.push(JSON.parse(data.toString()) as Frame);
      for (const check of this.waiting) check();
    });
    this.closed = new Promise((resolve) => ws.once('close', resolve));
  }

  static open(url: string, protocol?: string): Promise<Socket> {
    return new Promise((resolve, reject) => {
      const ws = new WebSocket(url.replace('http', 'ws'), protocol ? [protocol] : []);
      const socket = new Socket(ws);
      ws.once('open', () => resolve(socket));
      ws.once('error', reject);
    });
  }

  send(frame: unknown): void {
    this.ws.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  /** The frames from the last one waited for up to the first that fits, that one included. */
  until(fits: (frame: Frame) => boolean): Promise<Frame[]> {
    return new Promise((resolve, reject) => {
      const check = () => {
        const at = this.frames.findIndex((frame, i) => i >= this.read && fits(frame));
        if (at < 0) return;
        this.waiting.delete(check);
        const found = this.frames.slice(this.read, at + 1);
        this.read = at + 1;
        resolve(found);
      };
      this.waiting.add(check);
      this.ws.once('close', (code) =>
        reject(
          new Error(`closed with ${code}; had ${JSON.stringify(this.frames.slice(this.read)).slice(0, 500)}`),
        ),
      );
      check();
    });
  }

  close(): Promise<number> {
    this.ws.close();
    return this.closed;
  }
}
