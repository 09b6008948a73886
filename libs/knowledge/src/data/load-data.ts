import { type KnowledgeDocument } from '../port.js';
import { type InjectionDocument } from './injection/injection-row.js';

/** Every practical passage of our own writing, ready for `ingest`. Loaded on demand. */
export async function loadGuideDocuments(): Promise<readonly KnowledgeDocument[]> {
  return (await import('./guide/index.js')).guideDocuments;
}

/** Documents that try to give orders, for testing whoever reads passages. */
export async function loadInjectionDocuments(): Promise<readonly InjectionDocument[]> {
  return (await import('./injection/index.js')).injectionDocuments;
}
