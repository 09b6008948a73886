export { bootstrapStandalone, type RunningStandalone } from './bootstrap.js';
