import { type IncomingMessage, type ServerResponse } from 'node:http';

/** What a page of ours may do: run and style itself from here, show pictures of places from anywhere, talk to here (and to `sockets`). */
const contentSecurityPolicy = (sockets: string | undefined): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data: https:",
    "media-src 'self' blob:",
    `connect-src 'self'${sockets === undefined ? '' : ` ${new URL(sockets).origin}`}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const headersFor = (sockets: string | undefined) =>
  new Map([
    ['Content-Security-Policy', contentSecurityPolicy(sockets)],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Referrer-Policy', 'no-referrer'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(), geolocation=(), payment=(), microphone=(self)'],
  ]);

/** Puts the headers on every answer. `sockets`: address of a realtime service that the page may talk to as well. */
export function securityHeaders(sockets?: string) {
  const headers = headersFor(sockets);
  return (_request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    response.setHeaders(headers);
    next();
  };
}
