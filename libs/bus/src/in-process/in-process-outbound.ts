import { TravelError } from '@travellite/protocol';
import { type Log } from '@travellite/telemetry';
import { type BurialReason, type Outbound, type OutboundAnswer } from '../outbound.js';
import { Lanes } from '../outbound/lanes.js';
import { type Subscription } from '../port.js';
import { type SyncFile } from './file-sync.js';
import { OutboundShelf } from './outbound-shelf.js';

/** As long as JetStream's default. */
const rememberMs = 120_000;

export interface InProcessOutboundOptions {
  /** Folder of the file the answers wait in; in memory when not given. */
  folder?: string;
  now: () => number;
  retryMs: number;
  log: Log;
  /** How the file is put on the disk; `fdatasync` when not given. */
  syncFile?: SyncFile;
}

/** Answers of one process: they wait on a shelf, and whoever consumes gets them by function calls. */
export class InProcessOutbound implements Outbound {
  private readonly shelf: OutboundShelf;
  private readonly consumers = new Map<string, Lanes<number>>();
  private readonly leases = new Map<string, ((held: boolean) => void)[]>();
  private closed = false;

  constructor(private readonly options: InProcessOutboundOptions) {
    this.shelf = new OutboundShelf(options.folder, options.now, rememberMs, options.syncFile);
  }

  /** Whoever consumes has it at once; who published hears when it outlives a power cut, and keeps it until then. */
  async publish(answer: OutboundAnswer) {
    this.refuseClosed();
    const shelved = this.shelf.put(answer);
    if (shelved) this.consumers.get(answer.namespace)?.push(shelved.number, answer);
    // That a turn has begun is of no worth after a power cut; how it ended is. One that is known may still be on its way to the disk.
    if (answer.events.some(({ type }) => type === 'done')) await this.shelf.synced();
  }

  async consume(
    namespace: string,
    handler: (answer: OutboundAnswer) => Promise<void>,
  ): Promise<Subscription> {
    this.refuseClosed();
    if (this.consumers.has(namespace)) {
      throw new TravelError('conflict', 'The answers of this namespace are being taken already.');
    }
    const { retryMs, log } = this.options;
    const lanes = new Lanes<number>({ handler, retryMs, log, onDone: (number) => this.shelf.done(number) });
    this.consumers.set(namespace, lanes);
    for (const { number, answer } of this.shelf.waiting(namespace)) lanes.push(number, answer);
    return {
      close: async () => {
        await lanes.close();
        if (this.consumers.get(namespace) === lanes) this.consumers.delete(namespace);
      },
    };
  }

  async load(namespace: string) {
    this.refuseClosed();
    return this.shelf.count(namespace);
  }

  async bury(answer: OutboundAnswer, reason: BurialReason) {
    this.refuseClosed();
    this.shelf.bury(answer, reason);
    await this.shelf.synced();
  }

  async buried({ limit, before }: { limit: number; before?: number }) {
    this.refuseClosed();
    return this.shelf.buried(limit, before);
  }

  async replay(id: number) {
    this.refuseClosed();
    const shelved = this.shelf.replay(id);
    if (shelved) this.consumers.get(shelved.answer.namespace)?.push(shelved.number, shelved.answer);
    if (shelved) await this.shelf.synced();
    return shelved !== undefined;
  }

  /** Those who ask stand in a line; the first holds the lease. */
  async holdLease(name: string, onChange: (held: boolean) => void): Promise<Subscription> {
    this.refuseClosed();
    const line = this.leases.get(name) ?? [];
    this.leases.set(name, line);
    const seat = (held: boolean) => onChange(held);
    line.push(seat);
    if (line[0] === seat) seat(true);
    return {
      close: async () => {
        const at = line.indexOf(seat);
        if (at < 0) return;
        line.splice(at, 1);
        if (at > 0) return;
        seat(false);
        line[0]?.(true);
      },
    };
  }

  async close() {
    if (this.closed) return;
    this.closed = true;
    await Promise.all([...this.consumers.values()].map((lanes) => lanes.close()));
    await this.shelf.close();
  }

  private refuseClosed(): void {
    if (this.closed) throw new TravelError('provider_unavailable', 'The bus is closed.');
  }
}
