import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';

const bootIdFile = '/proc/sys/kernel/random/boot_id';
const roundToMs = 60_000;

/**
 * Names the current boot of this machine. Where the kernel gives no id the time of the boot stands for it, rounded to a
 * minute: if it is ever wrong, clients are told of a gap that was none, which is harmless.
 */
export function readBootId(now: () => number): string {
  try {
    return readFileSync(bootIdFile, 'utf8').trim();
  } catch {
    return `booted-${Math.round((now() - uptime() * 1000) / roundToMs)}`;
  }
}
