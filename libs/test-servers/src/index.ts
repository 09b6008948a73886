export {
  type ChatCompletionsServer,
  startChatCompletionsServer,
} from './chat-completions/chat-completions-server.js';
export { type Act, type CompletionRequest, requestFault } from './chat-completions/script.js';
export { freePort } from './free-port.js';
export { startNats } from './nats-server.js';
export { cutRedisTail, startRedis } from './redis-server.js';
export { type TestServer } from './server.js';
