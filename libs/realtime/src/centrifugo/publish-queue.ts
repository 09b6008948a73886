import { toDeliveryFault } from '../http/to-delivery-fault.js';
import { DeliveryError } from '../delivery-error.js';
import { type CentrifugoApi, type PublishCommand } from './centrifugo-api.js';

/** Commands of one request. */
const mostCommands = 200;
const mostWaiting = 4096;

interface Waiting {
  commands: readonly PublishCommand[];
  done: () => void;
  fail: (error: DeliveryError) => void;
}

/** Publishes in order: one request at a time, and what comes meanwhile goes with the next one. */
export class PublishQueue {
  private readonly waiting: Waiting[] = [];
  private busy = false;
  private closedBy?: DeliveryError;

  constructor(private readonly api: CentrifugoApi) {}

  /** @throws {DeliveryError} */
  publish(commands: readonly PublishCommand[]): Promise<void> {
    if (this.closedBy) return Promise.reject(this.closedBy);
    if (this.waiting.length >= mostWaiting) {
      return Promise.reject(
        new DeliveryError('rate_limited', 'Centrifugo takes messages more slowly than they come.'),
      );
    }
    return new Promise((done, fail) => {
      this.waiting.push({ commands, done, fail });
      if (!this.busy) void this.run();
    });
  }

  /** What waits is rejected; what is on its way ends by itself. */
  close(error: DeliveryError): void {
    this.closedBy ??= error;
    for (const { fail } of this.waiting.splice(0)) fail(error);
  }

  private async run(): Promise<void> {
    this.busy = true;
    while (this.waiting.length > 0) await this.send(this.takeSome());
    this.busy = false;
  }

  private takeSome(): Waiting[] {
    let commands = 0;
    let count = 0;
    for (const one of this.waiting) {
      commands += one.commands.length;
      if (count > 0 && commands > mostCommands) break;
      count += 1;
    }
    return this.waiting.splice(0, count);
  }

  private async send(some: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.api.publish(some.flatMap(({ commands }) => commands));
      let at = 0;
      for (const { commands, done, fail } of some) {
        const fault = outcomes.slice(at, at + commands.length).find((outcome) => outcome !== undefined);
        at += commands.length;
        if (fault) fail(fault);
        else done();
      }
    } catch (thrown) {
      for (const { fail } of some) fail(toDeliveryFault(thrown));
    }
  }
}
