export { type CountingApp, countedNames, counterMetrics } from './catalogue.js';
export { type Counters, createCounters } from './counters.js';
export { consoleLog, type Log, type LogFields, type LogLevel, silentLog } from './log.js';
export { type Metric, prometheusMediaType, toPrometheusText } from './prometheus.js';
export { traceHeader, traceIdOf, traceparentOf } from './trace.js';
