import { randomBytes } from 'node:crypto';
import { openRealtimeService } from '@travellite/realtime-service';
import { type App, type ServiceProcess } from './service-process.js';

export type StartService = (
  app: App,
  name: string,
  port: number,
  env?: Record<string, string>,
) => Promise<ServiceProcess>;

/** A local realtime service with an ingress and publishers of their own, so that rooms work with no account anywhere. */
export async function startRealtimeChannel(
  publishers: number,
  start: StartService,
  stops: (() => Promise<unknown>)[],
): Promise<{ socketUrl: string; webhookUrl: string }> {
  const service = await openRealtimeService();
  stops.push(() => service.close());
  const { wsUrl, apiUrl, namespace, token } = service.native;
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const shared = { REALTIME_NAMESPACE_ID: namespace };
  for (let i = 1; i <= publishers; i += 1) {
    await start('realtime-publisher', `publisher-${i}`, 0, {
      ...shared,
      ...{ REALTIME_WS_URL: wsUrl, REALTIME_API_URL: apiUrl, REALTIME_API_TOKEN: token },
    });
  }
  const ingress = await start('webhook-ingress', 'ingress', 0, {
    ...shared,
    REALTIME_WEBHOOK_SECRET: secret,
  });
  const webhookUrl = `${ingress.url}/api/realtime/webhook`;
  await service.setWebhook({ url: webhookUrl, secret });
  return { socketUrl: `${wsUrl}/namespaces/${namespace}/client`, webhookUrl };
}
