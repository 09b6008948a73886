export { type Clock, systemClock } from './clock.js';
export { type Faults, type StepPoint, stepPoints } from './faults.js';
export { createFeed, type Feed, type FeedOptions } from './feed/feed.js';
export { type BusIngestOptions, createBusIngest } from './ingest/bus-ingest.js';
export { createDirectIngest, type DirectIngestOptions } from './ingest/direct-ingest.js';
export { type Ingest } from './ingest/ingest.js';
export {
  createWorker,
  type RunningTurn,
  type Worker,
  type WorkerLoad,
  type WorkerOptions,
} from './worker.js';
export {
  createResumableReader,
  type Gap,
  type ReaderSink,
  type ResumableReader,
  type ResumableReaderOptions,
} from './resume/resumable-reader.js';
export { type RunningText, TextJoiner, type TextStep } from './resume/text-joiner.js';
