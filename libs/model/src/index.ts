export {
  type AnswerOptions,
  type Filled,
  type Form,
  type Model,
  type ModelCapabilities,
  type ModelPart,
  type ModelToolCall,
  type Usage,
} from './port.js';
export { type AnswerFacts, factsMessage, type RoomFacts, type Topic } from './facts.js';
export { type TripWords } from './offline/write/trip-words/trip-words.js';
export {
  countWords,
  fillWords,
  sampleNotes,
  tripWordsFor,
} from './offline/write/trip-words/trip-words-for.js';
export { type OptionSide, sideReason, sideTitle } from './offline/write/trip-words/side-words.js';
export { placeNameIn } from './offline/write/trip-words/place-names.js';
export { cuisineNames } from './offline/write/trip-words/cuisine-names.js';
export { createOfflineModel } from './offline/offline-model.js';
export { type ModelSettings, openModel } from './open-model.js';
export { wholeWords } from './text/whole-words.js';
export { asksWhyNot, weatherWords } from './text/question-words.js';
