export {
  openRealtimeService,
  type RealtimeService,
  type RealtimeServiceOptions,
} from './realtime-service.js';
export { type FaultChange, type FaultPlan, Faults, type LineFaults } from './faults/faults.js';
export { type Target } from './webhooks/webhook-switch.js';
export { type Addresses } from './addresses.js';
export { joinRoom, type MemberOptions, type RoomClient } from './member/member.js';
export { type MemberMessage } from './member/reader.js';
