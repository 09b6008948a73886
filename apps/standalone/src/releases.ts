import { type Log } from '@travellite/telemetry';

/** What was opened, to be closed in reverse order, once, each also when another fails. */
export class Releases {
  private readonly steps: { name: string; close: () => unknown }[] = [];
  private running: Promise<void> | undefined;

  constructor(private readonly log: Log) {}

  add(name: string, close: () => unknown): void {
    this.steps.push({ name, close });
  }

  run(): Promise<void> {
    this.running ??= this.closeAll();
    return this.running;
  }

  private async closeAll(): Promise<void> {
    for (const { name, close } of this.steps.reverse()) {
      try {
        await close();
      } catch (error) {
        this.log.error('could not be closed', { part: name }, error);
      }
    }
  }
}
