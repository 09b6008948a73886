import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Times (ms) of writing 4 KiB and syncing it to the disk the store lives on. */
export function measureSync(folder: string, times = 200): number[] {
  const file = openSync(join(folder, 'sync-probe'), 'w');
  const page = Buffer.alloc(4096, 1);
  const samples = Array.from({ length: times }, () => {
    const began = performance.now();
    writeSync(file, page);
    fsyncSync(file);
    return performance.now() - began;
  });
  closeSync(file);
  return samples;
}
