import { setTimeout as pause } from 'node:timers/promises';

/** Resolves with `true` once `holds`, with `false` when it does not within `limitMs`. What it throws counts as not yet. */
export async function waitUntil(
  holds: () => boolean | Promise<boolean>,
  limitMs: number,
  everyMs = 50,
): Promise<boolean> {
  const end = performance.now() + limitMs;
  for (;;) {
    try {
      if (await holds()) return true;
    } catch {
      // Whoever is asked may be down at the moment: that is what these runs are about.
    }
    if (performance.now() >= end) return false;
    await pause(everyMs);
  }
}
