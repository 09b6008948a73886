import { TravelError } from '@travellite/protocol';
import { type Log } from '@travellite/telemetry';
import { type Documents, type SharedDocument } from '../documents.js';
import { type Subscription } from '../port.js';

type Handler = (document: SharedDocument) => Promise<void>;

/** A follower, and the end of what it was handed so far. */
interface Follower {
  handler: Handler;
  group: string | undefined;
  open: boolean;
  last: Promise<void>;
}

/** Documents from function to function; what follows a document keeps it. */
export class InProcessDocuments implements Documents {
  private readonly followers = new Set<Follower>();
  private closed = false;

  constructor(private readonly options: { retryMs: number; log: Log }) {}

  async publish(document: SharedDocument): Promise<void> {
    const groups = new Set<string>();
    const addressed = [...this.followers].filter(({ group }) => {
      if (group === undefined) return true;
      const isFirst = !groups.has(group);
      groups.add(group);
      return isFirst;
    });
    if (this.closed || addressed.length === 0) {
      throw new TravelError('provider_unavailable', 'Nobody takes documents in at the moment.');
    }
    await Promise.all(addressed.map((follower) => this.handOver(follower, document)));
  }

  async follow(handler: Handler, { group }: { group?: string } = {}): Promise<Subscription> {
    const follower: Follower = { handler, group, open: !this.closed, last: Promise.resolve() };
    if (follower.open) this.followers.add(follower);
    return { close: () => this.end(follower) };
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.followers].map((follower) => this.end(follower)));
  }

  private async end(follower: Follower): Promise<void> {
    follower.open = false;
    this.followers.delete(follower);
    await follower.last;
  }

  /** Resolves after the first try; further ones hold up what is newer, not the publisher. */
  private handOver(follower: Follower, document: SharedDocument): Promise<void> {
    return new Promise((tried) => {
      follower.last = follower.last.then(async () => {
        while (follower.open && !(await this.take(follower, document))) {
          tried();
          await new Promise((resolve) => setTimeout(resolve, this.options.retryMs));
        }
        tried();
      });
    });
  }

  private async take({ handler }: Follower, document: SharedDocument): Promise<boolean> {
    try {
      await handler(document);
      return true;
    } catch (thrown) {
      this.options.log.warn('a document was not taken and is handed over again', { cause: String(thrown) });
      return false;
    }
  }
}
