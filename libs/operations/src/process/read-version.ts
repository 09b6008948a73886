import { readFileSync } from 'node:fs';

/** The version in a `package.json`. */
export function readVersion(packageFile: URL): string {
  return (JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }).version;
}
