/**
 * Whether a browser page of `origin` may talk to the host it asked for. Programs send no `Origin` and are let through;
 * a page may if it came from this very host, or its origin is on the list. (Browsers let any page open a WebSocket to
 * any host, with the person's cookies, so somebody has to look.)
 */
export function originAllowed(
  origin: string | undefined,
  host: string | undefined,
  allowed: readonly string[],
): boolean {
  if (origin === undefined || allowed.includes('*')) return true;
  if (allowed.includes(origin)) return true;
  const parsed = URL.parse(origin);
  return parsed !== null && host !== undefined && parsed.host !== '' && sameHost(parsed, host);
}

/** The scheme is not compared: behind a proxy that ends TLS the two differ. */
function sameHost(origin: URL, host: string): boolean {
  const own = URL.parse(`${origin.protocol}//${host}`);
  return own !== null && own.host === origin.host;
}
