export {
  type AcceptOptions,
  type AcceptResult,
  type Claim,
  type ClaimOptions,
  type ClaimRef,
  type ClaimResult,
  type CommitResult,
  type Conversations,
  type ConversationsCapabilities,
  type DeadLetter,
  type EmitResult,
  type LogPosition,
  type OutboxEntry,
  type ReadEventsResult,
  type Snapshot,
  type StoreLoad,
} from './port.js';
export { type ConversationsConfig, openConversations } from './open-conversations.js';
