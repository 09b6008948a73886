import { type Publication } from '../rooms/stream.js';

/** A message as Centrifugo's clients and servers see it. */
export const toPub = ({ message, offset, userId, attributes }: Publication) => ({
  data: message,
  offset,
  ...(attributes?.['tags'] === undefined ? {} : { tags: attributes['tags'] }),
  ...(userId === undefined ? {} : { info: { user: userId, client: String(attributes?.['client'] ?? '') } }),
});
