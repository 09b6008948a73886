import { createHash } from 'node:crypto';

/** SHA-256 over the parts, in hex; parts are length-prefixed so that no two lists of parts run together. */
export function contentHash(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}
