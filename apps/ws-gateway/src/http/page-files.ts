import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A file of the page, ready to be sent. */
export interface PageFile {
  type: string;
  body: Buffer;
  /** Present when it is worth it. */
  gzip?: Buffer;
  etag: string;
  /** The name holds a hash of the content, so it never changes. */
  immutable: boolean;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Bodies smaller than this are sent as they are. */
const minGzipBytes = 1_024;

/**
 * Reads the built page once, by URL path. Only what is in this map is ever served, so no address can lead out of the folder.
 * Throws when the folder has no `index.html`.
 */
export function readPageFiles(folder: string): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, file).split(sep).join('/')}`, toPageFile(file));
  }
  const index = files.get('/index.html');
  if (!index) throw new Error(`There is no index.html in ${folder}: build the page first.`);
  return files.set('/', index);
}

function toPageFile(path: string): PageFile {
  const body = readFileSync(path);
  const type = types[extname(path)] ?? 'application/octet-stream';
  const packable = /^(text|application\/(json|manifest))|svg/.test(type) && body.length >= minGzipBytes;
  return {
    type,
    body,
    ...(packable ? { gzip: gzipSync(body, { level: 9 }) } : {}),
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    // Vite's form of a hashed name: `assets/index-B3aXk_9Q.js`.
    immutable: /[\\/]assets[\\/].*-[\w-]{8,}\.\w+$/.test(path),
  };
}
