export {
  type ClusterSettings,
  openClusterBus,
  openClusterPorts,
  openClusterStore,
  type OpeningService,
} from './cluster/open-cluster-ports.js';
export {
  conversationEndpoints,
  type ConversationDesk,
  readConversation,
} from './endpoints/conversation-endpoints.js';
export { type ServiceInstance, toOperatorService } from './endpoints/operator-service.js';
export { type HttpAddress, type HttpPort, openHttpPort } from './port/http-port.js';
export { probe } from './port/probe.js';
export { type Part, Startup } from './port/startup.js';
export { nestLog } from './process/nest-log.js';
export { readVersion } from './process/read-version.js';
export { Releases } from './process/releases.js';
export { runService, type ServiceLife } from './process/run-service.js';
