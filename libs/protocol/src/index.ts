export {
  anonymousConversation,
  type ConversationId,
  idFault,
  maxIdBytes,
  parseConversation,
  realtimeConversation,
  roomConversation,
  splitConversation,
  userConversation,
} from './conversation.js';
export {
  fromSubjectToken,
  partitionOf,
  streamSubjects,
  subjects,
  toNamespaceToken,
  toSubjectToken,
} from './subjects.js';
export { type ErrorCode, errorCodes, toTravelError, TravelError } from './error-codes.js';
export {
  type CarriedLists,
  type Door,
  limits,
  newTurnId,
  type OnBusy,
  type RoomNote,
  textFault,
  type Turn,
  type TurnId,
  type UserMessage,
} from './turn.js';
export { type FeedPosition } from './feed-position.js';
export { turnIdSchema } from './turn-id.js';
export {
  type MemberRole,
  memberRoles,
  replyPolicies,
  type ReplyPolicy,
  type RoomConflict,
  type RoomMember,
  type RoomView,
} from './room.js';
export {
  type Addressee,
  type CanonicalEvent,
  type DoneStatus,
  type EventAddress,
  type EventBody,
  type EventType,
  type LiveText,
  type Source,
  type Stage,
  stages,
  type TripView,
} from './events/events.js';
export {
  type Agent,
  type AgentEvent,
  type AgentState,
  type ConversationView,
  type Emit,
  type HistoryLine,
} from './agent-run.js';
export {
  type AckStatus,
  type NativeCommand,
  nativeCommandSchema,
  type NativeFrame,
  type NativeServerFrame,
} from './commands/native.js';
export { nativeSubprotocol } from './commands/subprotocol.js';
export {
  type Intent,
  intentKinds,
  intentSchema,
  type PlanBlock,
  planBlockSchema,
  type PlanDay,
  planDaySchema,
  type PlanOption,
  planOptionSchema,
  type Poi,
  poiSchema,
  type Requirement,
  requirementSchema,
} from './trip/wire.js';
export {
  type Budget,
  type Destination,
  emptyTripRequest,
  type HouseRule,
  type IsoDate,
  type LodgingWish,
  type Money,
  type PlaceRef,
  type RoomType,
  type TransportMode,
  type TransportWish,
  type Travellers,
  type TripDates,
  type TripRequest,
} from './trip/request.js';
export { type InterestTag, interestTags } from './trip/interests.js';
export { currencySign, moneyText, unitsText } from './trip/money-text.js';
export { splitOptionNotes } from './trip/option-name.js';
export {
  type Attraction,
  type Catalogue,
  type CatalogueCity,
  type FlightOffer,
  type GeoPoint,
  type GroundLeg,
  type LocalDateTime,
  type OpeningHours,
  type OpeningSpan,
  type Provenance,
  type Restaurant,
  type Stay,
} from './trip/catalogue.js';
