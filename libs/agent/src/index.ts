export { type TokenLimits } from './budget/token-budget.js';
export { createTravelAgent, type TravelAgentOptions } from './travel-agent.js';
export {
  type RequestPatch,
  type SpeechAct,
  type Understand,
  type UnderstandContext,
  type Understanding,
} from './understand/understanding.js';
export { understand } from './understand/understand.js';
export { applyPatch } from './understand/assemble/patch.js';
