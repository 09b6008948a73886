export { bootstrapWorker, type RunningWorker } from './bootstrap.js';
export { type AgentSettings, openAgent } from './open-agent.js';
export { type AgentSurroundings } from './open-travel-agent.js';
export { type Guide, type GuideSettings, openGuide } from './open-guide.js';
export { workerMetrics } from './metrics.js';
export { createCrashes } from './crashes.js';
export { type WorkerOptions } from './options.js';
export { WorkerModule } from './worker.module.js';
export { WorkerService, type WorkerState } from './worker.service.js';
