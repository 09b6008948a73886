export { askedTopics } from './asked-topics.js';
export {
  type IngestResult,
  type Knowledge,
  type KnowledgeCapabilities,
  type KnowledgeDocument,
  type KnowledgeFilter,
  type KnowledgeHealth,
  type KnowledgeQuery,
  type Namespace,
  type Passage,
  passageLimits,
  type Topic,
  topics,
} from './port.js';
export { type KnowledgeSettings, openKnowledge } from './open-knowledge.js';
export { type Embedder } from './embedding/embedder.js';
export { knowledgeDocumentSchema } from './documents.js';
export { neutralise } from './text/neutralise.js';
export { toQuotedBlock } from './text/quoted-block.js';
export { type PlacesToTell, placesToDocuments } from './places-to-documents.js';
export { loadGuideDocuments, loadInjectionDocuments } from './data/load-data.js';
export { type InjectionDocument } from './data/injection/injection-row.js';
