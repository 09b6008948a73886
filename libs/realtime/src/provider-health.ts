import { DeliveryError } from './delivery-error.js';
import { type RealtimeConnection, type RealtimeHealth } from './port.js';

/** What every provider keeps of its service: how the last attempts went, and its open connections. */
export class ProviderHealth {
  private readonly connections = new Set<RealtimeConnection>();
  private fault?: string;
  private ended = false;

  /**
   * Does something with the service and notes how it went.
   * @throws {DeliveryError} what the work throws, or `cancelled` after `close`
   */
  async noting<T>(work: () => Promise<T>): Promise<T> {
    if (this.ended) throw new DeliveryError('cancelled', 'The provider is closed.');
    try {
      const done = await work();
      delete this.fault;
      return done;
    } catch (thrown) {
      if (thrown instanceof DeliveryError && tellsOfService(thrown)) this.fault = thrown.message;
      throw thrown;
    }
  }

  /** Keeps a connection until it ends. */
  add(connection: RealtimeConnection): void {
    this.connections.add(connection);
    void connection.closed.then(({ reason, sentence }) => {
      this.connections.delete(connection);
      if (reason !== 'closed_here') this.fault = sentence;
    });
  }

  read(): RealtimeHealth {
    return this.fault === undefined ? { ok: true } : { ok: false, detail: this.fault };
  }

  async close(): Promise<void> {
    this.ended = true;
    await Promise.all([...this.connections].map((connection) => connection.close()));
  }
}

/** A refused message says nothing about the service; a refused token does. */
const tellsOfService = ({ code, retryable }: DeliveryError): boolean =>
  retryable || code === 'unauthenticated' || code === 'forbidden';
