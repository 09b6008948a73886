export {
  type ConnectionEnd,
  type ConnectionHandlers,
  type Delivery,
  type ProviderName,
  type Publishing,
  type RealtimeCapabilities,
  type RealtimeConnection,
  type RealtimeHealth,
  type RealtimeProvider,
  type Refusal,
  type RoomEvent,
  type RoomMember,
  type RoomMessage,
  type RoomPublication,
  type StreamPosition,
  type Subscribed,
  type Webhook,
  type WebhookHeaders,
  type WebhookReply,
} from './port.js';
export { type DeliveryCode, DeliveryError } from './delivery-error.js';
export { WebhookRefusal } from './webhook/webhook-refusal.js';
export { openRealtime, type RealtimeSettings } from './open-realtime.js';
export { canPublish, isVouchedFor, type RealtimeChoice, toRealtimeSettings } from './to-settings.js';
