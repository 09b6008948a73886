/** Longest wait that is believed; a server that says more means "not now". */
const longestMs = 10 * 60_000;

/**
 * Ms to wait by a `Retry-After` header (seconds, or an HTTP date) or, where a provider sends that instead, by a date in
 * `ratelimit-reset`. Undefined when neither can be read.
 */
export function retryAfterMs(
  header: (name: string) => string | null | undefined,
  nowMs: number,
): number | undefined {
  const said = (header('retry-after') ?? header('ratelimit-reset'))?.trim();
  if (!said) return undefined;
  const ms = /^\d+(\.\d+)?$/.test(said) ? Number(said) * 1_000 : Date.parse(said) - nowMs;
  return Number.isNaN(ms) ? undefined : Math.min(longestMs, Math.max(0, Math.round(ms)));
}
