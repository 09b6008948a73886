export { bootstrapGateway, type RunningGateway } from './bootstrap.js';
export { Gateway } from './gateway.js';
export { attachGateway, GatewayModule } from './gateway.module.js';
export {
  defaultGatewayLimits,
  type GatewayLimits,
  type GatewayOptions,
  type GatewayStore,
  type Identify,
  type Identity,
  type Probe,
} from './options.js';
