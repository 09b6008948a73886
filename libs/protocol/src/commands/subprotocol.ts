/** The WebSocket subprotocol of the native dialect. */
export const nativeSubprotocol = 'travellite.v1';
