export { type Ingest } from './ingest/ingest.js';
