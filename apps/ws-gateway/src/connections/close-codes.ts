/** Close codes we use, with their reasons (RFC 6455 section 7.4.1 and the IANA registry of WebSocket close codes). */
export const closeCodes = {
  tooLarge: { code: 1009, reason: 'the frame is too large' },
  flood: { code: 1008, reason: 'too many frames' },
  internal: { code: 1011, reason: 'internal error' },
  restart: { code: 1012, reason: 'the server restarts' },
  tooSlow: { code: 1013, reason: 'the client reads too slowly' },
  tryLater: { code: 1013, reason: 'try again later' },
} as const;

export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes];
