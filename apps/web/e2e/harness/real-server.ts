import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@travellite/test-servers';

const main = fileURLToPath(new URL('../../../standalone/dist/main.js', import.meta.url));

/** The system as `npm start` runs it, with a data folder of its own that outlives a restart. */
export class RealServer {
  #process: ChildProcess | undefined;
  #said = '';

  private constructor(
    private readonly port: number,
    private readonly data: string,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  /** `settings`: further environment variables. */
  static async open(settings: Readonly<Record<string, string>> = {}): Promise<RealServer> {
    if (!existsSync(main)) throw new Error('apps/standalone is not built: npm run build');
    const server = new RealServer(
      await freePort(),
      await mkdtemp(join(tmpdir(), 'travellite-data-')),
      settings,
    );
    await server.start();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const env = {
      ...process.env,
      PORT: String(this.port),
      HOST: '127.0.0.1',
      TRAVELLITE_DATA: this.data,
      TRAVELLITE_EMBEDDING: 'none',
      ...this.settings,
    };
    const child = spawn(process.execPath, ['--enable-source-maps', main], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const hear = (words: Buffer) => (this.#said += words.toString());
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    this.#process = child;
    const ended = once(child, 'exit').then(() => {
      throw new Error(`The server ended while it started:\n${this.#said}`);
    });
    await Promise.race([ended, this.#answers()]);
    ended.catch(() => undefined);
  }

  /** As a power cut would: no signal handler runs. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  async close(): Promise<void> {
    await this.kill();
    await rm(this.data, { recursive: true, force: true });
  }

  async #answers(): Promise<void> {
    for (;;) {
      const ready = await fetch(`${this.url}/health`).then(
        (response) => response.ok,
        () => false,
      );
      if (ready) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
