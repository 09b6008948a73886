export { bootstrapIngress, type RunningIngress } from './bootstrap.js';
export { Ingress } from './ingress.js';
export { IngressModule } from './ingress.module.js';
export { openOtherParsers, openParser, type ParserSettings, whyClosed } from './open-parser.js';
export { type IngressOptions, type WebhookParser } from './options.js';
