import { closeSync, fdatasync, openSync } from 'node:fs';
import { promisify } from 'node:util';

/** Puts on the disk what was written to a file. Rejects with what the system says. */
export type SyncFile = (fd: number) => Promise<void>;

/**
 * Syncs one file off the main thread. Whoever asks gets a sync that began after it asked; those who ask while one runs share the next.
 * The file must be there when the first one asks.
 */
export class FileSync {
  private fd: number | undefined;
  private running: Promise<void> | undefined;
  private next: Promise<void> | undefined;

  constructor(
    private readonly path: string,
    private readonly syncFile: SyncFile = promisify(fdatasync),
  ) {}

  sync(): Promise<void> {
    this.next ??= this.after(this.running);
    return this.next;
  }

  /** Waits for what was asked for. Idempotent. */
  async close(): Promise<void> {
    await (this.next ?? this.running)?.catch(() => undefined);
    if (this.fd !== undefined) closeSync(this.fd);
    this.fd = undefined;
  }

  private async after(running: Promise<void> | undefined): Promise<void> {
    // Also without one: what is asked for in the same moment is one sync.
    await running?.catch(() => undefined);
    this.running = this.next;
    this.next = undefined;
    this.fd ??= openSync(this.path, 'r+');
    await this.syncFile(this.fd);
  }
}
