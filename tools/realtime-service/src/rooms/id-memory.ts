/** Remembers what was done under an id, for a time and up to a number; the oldest goes first. */
export class IdMemory<T> {
  private readonly known = new Map<string, { value: T; at: number }>();

  constructor(
    private readonly keepMs: number,
    private readonly most: number,
    private readonly now: () => number,
  ) {}

  get(id: string): T | undefined {
    this.forget();
    return this.known.get(id)?.value;
  }

  set(id: string, value: T): void {
    this.known.set(id, { value, at: this.now() });
    this.forget();
  }

  private forget(): void {
    for (const [id, { at }] of this.known) {
      if (this.known.size <= this.most && at + this.keepMs > this.now()) return;
      this.known.delete(id);
    }
  }
}
