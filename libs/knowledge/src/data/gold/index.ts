export { type Found, measureRetrieval } from './measure.js';
export { type GoldQuestion, goldQuestions } from './questions.js';
export { shortQuestions } from './short-questions.js';
