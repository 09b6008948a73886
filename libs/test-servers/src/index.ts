export { freePort } from './free-port.js';
export { startNats } from './nats-server.js';
export { startRedis } from './redis-server.js';
export { type TestServer } from './server.js';
