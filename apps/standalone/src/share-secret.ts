import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TravelError } from '@travellite/protocol';

const fileName = 'share.key';
const shape = /^[\w-]{43}$/;

/**
 * The secret that seals links to trips, made at the first start and kept beside the store, so that links outlive the process.
 * @throws {TravelError} `invalid` when the file cannot be read or written, or holds something else
 */
export function shareSecretIn(folder: string): string {
  const file = join(folder, fileName);
  try {
    const secret = randomBytes(32).toString('base64url');
    // Readable by nobody else, and never instead of one that is there.
    writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
    return secret;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST') throw fault(`${file} cannot be written (${code}).`, error);
  }
  const kept = readKept(file).trim();
  if (!shape.test(kept)) throw fault(`${file} holds no key. Delete it, and links shared so far end.`);
  return kept;
}

function readKept(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw fault(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`, error);
  }
}

const fault = (message: string, cause?: unknown) => new TravelError('invalid', message, { cause });
