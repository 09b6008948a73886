import { toTravelError } from '@travellite/protocol';
import { type Part } from './startup.js';

/** Whether a part answers; if not, why, as a sentence. */
export async function probe(look: () => Promise<unknown>): Promise<Part> {
  try {
    await look();
    return { ok: true };
  } catch (error) {
    return { ok: false, detail: toTravelError(error).message };
  }
}
