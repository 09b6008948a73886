import { TravelError } from '@travellite/protocol';

/** Rejects with `provider_unavailable` when there is no answer within `ms`: the client does not notice every one that is lost. */
export async function inTime<T>(answer: Promise<T>, ms: number, message: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TravelError('provider_unavailable', message)), ms);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
