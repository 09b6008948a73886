import { idFault } from '@travellite/protocol';

/** The part of `localStorage` that is used. */
export type KeptText = Pick<Storage, 'getItem' | 'setItem'>;

/** Who this page talks as. */
export interface Identity {
  userId: string;
  /** The id that was asked for in the address and cannot be one, and why. */
  refused?: { asked: string; reason: string };
}

const key = 'travellite.userId';
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** In open mode who knows the id reads the conversation, so it is long enough not to be guessed (12 letters of 31: 59 bits). */
export function randomUserId(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  let name = '';
  while (name.length < 12) {
    // Bytes that would make some letters likelier than others are passed over.
    for (const byte of random(new Uint8Array(16))) {
      if (byte < 248 && name.length < 12) name += letters.charAt(byte % letters.length);
    }
  }
  return `traveller-${name}`;
}

function kept(storage: KeptText | undefined, make: () => string): string {
  try {
    const known = storage?.getItem(key);
    if (known != null && idFault(known) === undefined) return known;
    const fresh = make();
    storage?.setItem(key, fresh);
    return fresh;
  } catch (fault) {
    // A browser that keeps nothing for this page: the identity lasts as long as the page.
    if (fault instanceof DOMException) return make();
    throw fault;
  }
}

/** `?userId=` of the address, or the one this browser keeps, made at the first visit. */
export function identify(search: string, storage: KeptText | undefined, make: () => string): Identity {
  const asked = new URLSearchParams(search).get('userId');
  if (asked === null) return { userId: kept(storage, make) };
  const reason = idFault(asked);
  return reason === undefined
    ? { userId: asked }
    : { userId: kept(storage, make), refused: { asked, reason } };
}

/** The address of the native door of the server that served the page. */
export const doorOf = (origin: string): string => `${origin.replace(/^http/, 'ws')}/ws`;
