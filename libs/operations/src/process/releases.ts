/** What was opened, to be closed in reverse order, once, each also when another fails. */
export class Releases {
  private readonly steps: { part: string; close: () => unknown }[] = [];
  private running: Promise<void> | undefined;

  constructor(private readonly onFault: (part: string, error: unknown) => void) {}

  add(part: string, close: () => unknown): void {
    this.steps.push({ part, close });
  }

  run(): Promise<void> {
    this.running ??= this.closeAll();
    return this.running;
  }

  private async closeAll(): Promise<void> {
    for (const { part, close } of this.steps.reverse()) {
      try {
        await close();
      } catch (error) {
        this.onFault(part, error);
      }
    }
  }
}
