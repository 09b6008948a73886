import { setTimeout as pause } from 'node:timers/promises';

const limitMs = 15_000;
const lookEveryMs = 25;

/** Asks again until the answer fits; after a while rejects with the last answer. */
export async function eventually<T>(ask: () => Promise<T>, fits: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (Date.now() > end) throw new Error(`Still waiting; the last answer was ${JSON.stringify(answer)}`);
    await pause(lookEveryMs);
  }
}
