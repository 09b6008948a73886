export { type Documents, type SharedDocument } from './documents.js';
export {
  type Bus,
  type BusCapabilities,
  type BusHealth,
  type ConversationSubscriber,
  type EventBatch,
  type FeedDelivery,
  type OperatorEndpoint,
  type OperatorService,
  type QueuedTurn,
  type Receipt,
  type Subscription,
} from './port.js';
export { type BusConfig, openBus } from './open-bus.js';
export {
  type BurialReason,
  type BuriedAnswer,
  leaseTakeoverMs,
  type Outbound,
  type OutboundAnswer,
  type OutboundLoad,
} from './outbound.js';
