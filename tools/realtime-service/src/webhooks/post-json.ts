const timeoutMs = 10_000;

/** How a request ended: taken, refused for good, or worth another attempt (429, 5xx, no answer). */
export async function postJson(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<'delivered' | 'refused' | 'failed'> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.arrayBuffer();
    if (response.ok) return 'delivered';
    return response.status === 429 || response.status >= 500 ? 'failed' : 'refused';
  } catch {
    // Not reachable, cut off, too slow: all the same to a sender that will try again.
    return 'failed';
  }
}
