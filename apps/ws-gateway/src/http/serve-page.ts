import { type IncomingMessage, type ServerResponse } from 'node:http';
import { pathOf } from '../connections/query.js';
import { type PageFile } from './page-files.js';

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Serves the files of the page; every other request goes on. */
export function servePage(files: ReadonlyMap<string, PageFile>): Middleware {
  return (request, response, next) => {
    const file = files.get(pathOf(request.url ?? '/'));
    if (!file || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
    sendFile(request, response, file);
  };
}

function sendFile(request: IncomingMessage, response: ServerResponse, file: PageFile): void {
  response.setHeader('ETag', file.etag);
  response.setHeader('Cache-Control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('Vary', 'Accept-Encoding');
  if (request.headers['if-none-match']?.includes(file.etag)) {
    response.statusCode = 304;
    response.end();
    return;
  }
  const packed = file.gzip && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const body = packed && file.gzip ? file.gzip : file.body;
  if (packed) response.setHeader('Content-Encoding', 'gzip');
  response.setHeader('Content-Type', file.type);
  response.setHeader('Content-Length', body.length);
  response.end(request.method === 'HEAD' ? undefined : body);
}
