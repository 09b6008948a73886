/**
 * A room as a channel: `namespace:room`, percent-encoded as in a URL. Centrifugo's names are ASCII and give `:`, `#`, `$`, `/`, `*` and
 * `&` a meaning; plain names stay as they are, and members' clients make the same name with `encodeURIComponent`.
 */
export const toChannel = (namespace: string, room: string): string =>
  `${namespace}:${encodeURIComponent(room)}`;

/** The room behind a channel; undefined when it is not of the namespace. */
export function fromChannel(namespace: string, channel: string): string | undefined {
  if (!channel.startsWith(`${namespace}:`)) return undefined;
  try {
    return decodeURIComponent(channel.slice(namespace.length + 1));
  } catch {
    return undefined;
  }
}
