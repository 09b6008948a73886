/** Whether a part can be used, with a sentence for operators when not. */
export interface Part {
  ok: boolean;
  detail?: string;
}

/** What a starting service waits for, part by part, for `/health/ready`. */
export class Startup {
  private readonly parts = new Map<string, Part>();

  /** Opens a part; until it stands, `onWaiting` says why not. */
  async open<T>(name: string, open: (onWaiting: (reason: string) => void) => Promise<T>): Promise<T> {
    this.parts.set(name, { ok: false, detail: 'Connecting.' });
    const opened = await open((detail) => this.parts.set(name, { ok: false, detail }));
    this.parts.set(name, { ok: true });
    return opened;
  }

  readiness(): Record<string, Part> {
    return { service: { ok: false, detail: 'The service starts.' }, ...Object.fromEntries(this.parts) };
  }
}
