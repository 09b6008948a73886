import { type KnowledgeDocument } from '../port.js';
import { type GoldQuestion } from './gold/questions.js';
import { type InjectionDocument } from './injection/injection-row.js';

/** Every practical passage of our own writing, ready for `ingest`. Loaded on demand. */
export async function loadGuideDocuments(): Promise<readonly KnowledgeDocument[]> {
  return (await import('./guide/index.js')).guideDocuments;
}

/** The questions that measure retrieval over the guide; an answer is a guide document's id without `guide:`. */
export async function loadGoldQuestions(): Promise<readonly GoldQuestion[]> {
  return (await import('./gold/questions.js')).goldQuestions;
}

/** Documents that try to give orders, for testing whoever reads passages. */
export async function loadInjectionDocuments(): Promise<readonly InjectionDocument[]> {
  return (await import('./injection/index.js')).injectionDocuments;
}
