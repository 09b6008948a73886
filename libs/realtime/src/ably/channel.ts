/** A room as a channel: `namespace:room`. Ably takes any name that begins with neither `[` nor `:`. */
export const toChannel = (namespace: string, room: string): string => `${namespace}:${room}`;

/** The room behind a channel; undefined when it is not of the namespace. */
export const fromChannel = (namespace: string, channel: string): string | undefined =>
  channel.startsWith(`${namespace}:`) ? channel.slice(namespace.length + 1) : undefined;
