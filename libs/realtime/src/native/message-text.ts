/** A message's JSON with the id of its publication in it, so that a reader can tell a repetition; who does not know the field ignores it. */
export const withId = (message: string, id: string): string =>
  `${message.slice(0, -1)}${message === '{}' ? '' : ','}"id":${JSON.stringify(id)}}`;

/** The frame that publishes a message which is JSON already. */
export const publishFrame = (room: string, message: string, id?: string): string =>
  `{"type":"publish","room":${JSON.stringify(room)},"message":${message}${id === undefined ? '' : `,"id":${JSON.stringify(id)}`}}`;
