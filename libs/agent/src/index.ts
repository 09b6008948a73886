export {
  type RequestPatch,
  type SpeechAct,
  type Understand,
  type UnderstandContext,
  type Understanding,
} from './understand/understanding.js';
