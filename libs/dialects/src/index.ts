export { type Decoded, type Fault, type InboundFrame, type OutboundFrame } from './dialect.js';
export { decodeGatewayFrame, type GatewayCommand } from './gateway/decode.js';
export {
  createGatewayState,
  encodeGatewayCatchUp,
  encodeGatewayEvent,
  encodeGatewayFault,
  encodeGatewayMissed,
  encodeGatewayReset,
  encodeGatewayText,
  type GatewayState,
} from './gateway/encode.js';
export { decodeTripChatFrame, decodeTripChatText, type TripChatCommand } from './trip-chat/decode.js';
export {
  encodeTripChatCatchUp,
  encodeTripChatEvent,
  encodeTripChatFault,
  tripFailure,
} from './trip-chat/encode.js';
export { createTripChatState, foldTripEvent, type TripChatState, type TripLists } from './trip-chat/turn.js';
export { decodeNativeFrame, type DecodedNative } from './native/decode.js';
export {
  encodeNativeEvent,
  encodeNativeFault,
  encodeNativeFrame,
  encodeNativeText,
  nativeError,
} from './native/encode.js';
export {
  type AgentResponse,
  type AgentHeard,
  type AgentStatus,
  beginRoomTurn,
  createRoomState,
  encodeRoomEvent,
  encodeRoomHeard,
  encodeRoomReset,
  encodeRoomText,
  type RoomDialectOptions,
  type RoomFrame,
  type RoomState,
} from './room/encode.js';
