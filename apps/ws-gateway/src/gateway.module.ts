import {
  type BeforeApplicationShutdown,
  type DynamicModule,
  type INestApplication,
  Inject,
  Module,
} from '@nestjs/common';
import { GatewayWsAdapter } from './connections/ws-adapter.js';
import { doorGateways } from './doors.js';
import { Gateway } from './gateway.js';
import { ChatController } from './http/chat.controller.js';
import { HealthController } from './http/health.controller.js';
import { MetricsController } from './http/metrics.controller.js';
import { KnowledgeController } from './http/knowledge/knowledge.controller.js';
import { readPageFiles } from './http/page-files.js';
import { RealtimeController } from './http/realtime.controller.js';
import { securityHeaders } from './http/security-headers.js';
import { servePage } from './http/serve-page.js';
import { TripsController } from './http/trips/trips.controller.js';
import { UpgradeRequiredController } from './http/upgrade-required.controller.js';
import { type GatewayOptions } from './options.js';

/** The doors as a Nest module, for a process of their own or composed with others on one port. */
@Module({})
export class GatewayModule implements BeforeApplicationShutdown {
  constructor(@Inject(Gateway) private readonly gateway: Gateway) {}

  static forPorts(options: GatewayOptions): DynamicModule {
    return {
      module: GatewayModule,
      controllers: [
        ChatController,
        HealthController,
        MetricsController,
        RealtimeController,
        KnowledgeController,
        TripsController,
        UpgradeRequiredController,
      ],
      providers: [{ provide: Gateway, useFactory: () => new Gateway(options) }, ...doorGateways],
      exports: [Gateway],
    };
  }

  /** Nest would cut the sockets off; clients are told instead. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.gateway.close();
  }
}

/**
 * What the doors need of the application they are composed into: the WebSocket adapter, security headers and the page.
 * Call it after `NestFactory.create` (with `bodyParser: false`: doors read their bodies themselves) and before `listen`.
 */
export function attachGateway(app: INestApplication): Gateway {
  const gateway = app.get(Gateway);
  app.useWebSocketAdapter(
    new GatewayWsAdapter(app, {
      maxFrameBytes: gateway.limits.maxFrameBytes,
      guard: (path, request) => gateway.guard(path, request),
    }),
  );
  app.use(securityHeaders(gateway.options.realtimeClientUrl));
  const { webRoot } = gateway.options;
  if (webRoot !== undefined) app.use(servePage(readPageFiles(webRoot)));
  return gateway;
}
