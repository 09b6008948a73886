/** Whose trip it is: a person's, or that of a room the person is in. */
export interface TripOwner {
  userId: string;
  room?: string;
}

/** How the server is told whose trip is meant. */
export const ownerQuery = ({ userId, room }: TripOwner, more: Record<string, string> = {}): URLSearchParams =>
  new URLSearchParams({ userId, ...(room === undefined ? {} : { room }), ...more });

/** A link to the trip, or why there is none. */
export type Shared = { url: string; until: Date } | { reason: string };

const unreachable = 'The link could not be made. Check your connection and try again.';

/** Asks the server for a link that lets others read the trip. Never rejects. */
export async function shareTrip(owner: TripOwner, origin: string): Promise<Shared> {
  const address = `/trips/mine/links?${ownerQuery(owner)}`;
  try {
    const answer = await fetch(address, { method: 'POST', signal: AbortSignal.timeout(10_000) });
    const body = (await answer.json()) as { page?: unknown; expiresAt?: unknown; error?: unknown };
    if (typeof body.page === 'string' && typeof body.expiresAt === 'string') {
      return { url: new URL(body.page, origin).href, until: new Date(body.expiresAt) };
    }
    return { reason: typeof body.error === 'string' ? body.error : unreachable };
  } catch {
    return { reason: unreachable };
  }
}

/** `false` where the browser lets nobody write to the clipboard: the link can still be selected. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
