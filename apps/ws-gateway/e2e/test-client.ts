import { WebSocket } from 'ws';

export type Frame = Record<string, unknown>;

/** A WebSocket client that keeps what it hears and waits for conditions. */
export class TestClient {
  readonly socket: WebSocket;
  readonly frames: Frame[] = [];
  readonly opened: Promise<void>;
  /** Code and reason of the end. */
  readonly ended: Promise<{ code: number; reason: string }>;
  private watchers: (() => void)[] = [];

  constructor(
    url: string,
    { protocols = [], headers = {} }: { protocols?: string[]; headers?: Record<string, string> } = {},
  ) {
    this.socket = new WebSocket(url, protocols, { headers, perMessageDeflate: false });
    this.opened = new Promise((resolve, reject) => {
      this.socket.on('open', resolve);
      this.socket.on('error', reject);
    });
    this.ended = new Promise((resolve) => {
      this.socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
    });
    this.socket.on('message', (data: Buffer) => {
      this.frames.push(JSON.parse(data.toString()) as Frame);
      for (const watcher of [...this.watchers]) watcher();
    });
  }

  send(frame: unknown): this {
    this.socket.send(typeof frame === 'string' || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame));
    return this;
  }

  /** Waits until so many frames match, and gives them. */
  async until(matches: (frame: Frame) => boolean, count = 1): Promise<Frame[]> {
    const found = () => this.frames.filter(matches);
    await this.when(() => found().length >= count);
    return found();
  }

  /** Waits until frames of this type came, and gives the last of them. */
  async type(type: string, count = 1): Promise<Frame> {
    return (await this.until((frame) => frame['type'] === type, count)).at(-1) as Frame;
  }

  /** Types of all frames so far. */
  get types(): unknown[] {
    return this.frames.map((frame) => frame['type']);
  }

  private when(holds: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`Still waiting; heard: ${JSON.stringify(this.frames).slice(0, 2_000)}`));
      }, 8_000);
      const watcher = () => {
        if (!holds()) return;
        clearTimeout(timer);
        this.watchers = this.watchers.filter((other) => other !== watcher);
        resolve();
      };
      this.watchers.push(watcher);
      watcher();
    });
  }

  close(): void {
    this.socket.close();
  }

  /** Ends without a word. */
  cut(): void {
    this.socket.terminate();
  }
}
