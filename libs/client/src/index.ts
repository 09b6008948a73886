export { type ConnectionAddress, connectionUrl, type LogPosition } from './connection/address.js';
export { type ConnectionPhase, type ConnectionState } from './connection/state.js';
export { type ConnectionTimes, defaultTimes, reconnectDelay } from './connection/times.js';
export { type Clock, systemClock } from './client/clock.js';
export { type SocketConstructor, type SocketLike } from './client/socket.js';
export {
  type ClientEvents,
  type ClientOptions,
  type ConnectionView,
  type Settled,
} from './client/options.js';
export { TravelClient } from './client/travel-client.js';
export { type Outbox, type PendingMessage, type SendOptions } from './outbox/outbox.js';
export {
  type ConversationModel,
  emptyModel,
  type Fault,
  hasEnded,
  isLocal,
  type StepView,
  type ToolView,
  type TurnStatus,
  type TurnView,
} from './model/model.js';
export { type ModelInput, reduceModel } from './model/reduce.js';
export { ConversationStore } from './store/conversation-store.js';
export { shownText, type TextAssembly } from './text/assembly.js';
