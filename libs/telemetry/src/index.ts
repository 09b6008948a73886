export { type Counters, createCounters } from './counters.js';
export { consoleLog, type Log, type LogFields, type LogLevel, silentLog } from './log.js';
