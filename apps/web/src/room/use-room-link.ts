import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { fieldsOf } from './service-frames.js';
import { type LinkView, RoomLink } from './room-link.js';

/** Where the realtime service is: not known yet, nowhere, or at an address. */
type Whereabouts = { known: false } | { known: true; url?: string };

/** The room at the realtime service; `none` when there is no service, or it cannot be found out. */
export type RoomConnection =
  | { state: 'asking'; say?: undefined; view?: undefined }
  | { state: 'none'; say?: undefined; view?: undefined }
  | { state: 'linked'; say: (text: string) => void; view: LinkView };

async function askForService(signal: AbortSignal): Promise<string | undefined> {
  const answer = await fetch('/api/realtime/client', { signal });
  const client = answer.ok ? fieldsOf(await answer.json())?.['client'] : undefined;
  return typeof client === 'string' ? client : undefined;
}

const never = () => () => undefined;

/** A link to the room for as long as the page shows it. Outside a room there is none. */
export function useRoomLink(room: string | undefined, userId: string): RoomConnection {
  const [where, setWhere] = useState<Whereabouts>({ known: false });
  useEffect(() => {
    if (room === undefined) return;
    const stop = new AbortController();
    askForService(stop.signal).then(
      (url) => setWhere({ known: true, ...(url === undefined ? {} : { url }) }),
      () => stop.signal.aborted || setWhere({ known: true }),
    );
    return () => stop.abort();
  }, [room]);
  const url = where.known ? where.url : undefined;
  const link = useMemo(
    () =>
      room === undefined || url === undefined
        ? undefined
        : new RoomLink({
            ...{ url, userId, room },
            open: (address) => new WebSocket(address),
            newId: () => crypto.randomUUID(),
            random: Math.random,
          }),
    [room, url, userId],
  );
  useEffect(() => {
    link?.connect();
    return () => link?.close();
  }, [link]);
  const view = useSyncExternalStore(link?.subscribe ?? never, () => link?.getView());
  if (!link || !view) return { state: where.known ? 'none' : 'asking' };
  return { state: 'linked', say: (text) => link.say(text), view };
}
