import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bus, openBus } from '@travellite/bus';
import { type Conversations, openConversations } from '@travellite/conversations';
import { type Agent } from '@travellite/protocol';
import { type Counters, createCounters, type Log } from '@travellite/telemetry';
import { createDirectIngest, createWorker, type Worker } from '@travellite/turns';
import { bootstrapGateway, type GatewayOptions, type RunningGateway } from '../src/index.js';
import { echoAgent } from './agents.js';
import { TestClient } from './test-client.js';

export interface Harness {
  gateway: RunningGateway;
  bus: Bus;
  conversations: Conversations;
  counters: Counters;
  worker: Worker;
  /** Lines of `warn` and `error`. */
  logged: string[];
  /** Opens a WebSocket and waits until it is open. */
  connect(path: string, options?: ConnectOptions): Promise<TestClient>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

export interface ConnectOptions {
  protocols?: string[];
  headers?: Record<string, string>;
}

export interface HarnessOptions extends Partial<GatewayOptions> {
  agent?: Agent;
  maxQueued?: number;
  maxEvents?: number;
  /** Data that outlives the harness; without it a folder of its own. */
  folder?: string;
}

/** A whole gateway on a free port: real sockets, SQLite in a folder of its own, the in-process bus, a worker with a test agent. */
export async function startHarness(options: HarnessOptions = {}): Promise<Harness> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'gateway-'));
  const { agent = echoAgent, maxQueued, maxEvents, folder: _folder, ...settings } = options;
  const { log, logged } = listeningLog();
  const counters = createCounters();
  const bus = await openBus({ kind: 'in-process' });
  const conversations = await openConversations({ kind: 'sqlite', folder, maxEvents });
  const worker = createWorker({ bus, conversations, agent, log, retryBaseMs: 1, checkpointMs: 20 });
  await worker.start();
  const ingest = createDirectIngest({ conversations, bus, maxQueued });
  const gateway = await bootstrapGateway(
    { bus, conversations, ingest, log, counters, ...settings },
    { port: 0, host: '127.0.0.1' },
  );
  const clients: TestClient[] = [];
  return {
    ...{ gateway, bus, conversations, counters, worker, logged },
    connect: async (path, connectOptions) => {
      const client = new TestClient(`${gateway.url.replace('http', 'ws')}${path}`, connectOptions);
      clients.push(client);
      await client.opened;
      return client;
    },
    post: (path, body, headers) =>
      fetch(`${gateway.url}${path}`, {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      }),
    close: async () => {
      for (const client of clients) client.cut();
      await gateway.close();
      await worker.close();
      await bus.close();
      await conversations.close();
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function listeningLog(): { log: Log; logged: string[] } {
  const logged: string[] = [];
  const keep = (message: string, _fields?: unknown, cause?: unknown) =>
    void logged.push(cause === undefined ? message : `${message}: ${String(cause)}`);
  const quiet = () => undefined;
  const log: Log = { debug: quiet, info: quiet, warn: keep, error: keep, with: () => log };
  return { log, logged };
}
