import { randomBytes } from 'node:crypto';
import { readConfig } from '@travellite/config';
import {
  joinRoom,
  openRealtimeService,
  type RealtimeService,
  type RealtimeServiceOptions,
  type RoomClient,
} from '@travellite/realtime-service';
import { silentLog } from '@travellite/telemetry';
import { bootstrapStandalone, type RunningStandalone } from '../src/index.js';

/** A whole TravelLite with a local realtime service beside it, on free ports. */
export interface RealtimeStage {
  standalone: RunningStandalone;
  service: RealtimeService;
  /** A person in a room, over the service's own socket. */
  member(userId: string, room: string, name?: string): Promise<RoomClient>;
  close(): Promise<void>;
}

/** `env`: further settings, such as `TRAVELLITE_AGENT`. */
export async function openRealtimeStage(
  folder: string,
  env: Record<string, string> = {},
  options: RealtimeServiceOptions = {},
): Promise<RealtimeStage> {
  const service = await openRealtimeService({ webhookRetryMs: 20, ...options });
  const { wsUrl, apiUrl, namespace, token } = service.native;
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const config = readConfig({
    ...{ PORT: '0', TRAVELLITE_DATA: folder, TRAVELLITE_EMBEDDING: 'none' },
    ...{ REALTIME_WS_URL: wsUrl, REALTIME_API_URL: apiUrl, REALTIME_API_TOKEN: token },
    ...{ REALTIME_NAMESPACE_ID: namespace, REALTIME_WEBHOOK_SECRET: secret },
    ...env,
  });
  const standalone = await bootstrapStandalone(config, silentLog).catch(async (thrown: unknown) => {
    await service.close();
    throw thrown;
  });
  await service.setWebhook({ url: `${standalone.url}/api/realtime/webhook`, secret });
  const members: RoomClient[] = [];
  return {
    ...{ standalone, service },
    member: async (userId, room, name) => {
      const member = joinRoom({ url: service.clientUrl(userId, name), room, retryMs: 20 });
      members.push(member);
      await member.joined;
      return member;
    },
    close: async () => {
      await Promise.all(members.map((member) => member.close()));
      await standalone.close();
      await service.close();
    },
  };
}

/** The agent's whole answers, as a member sees them. */
export const wholeAnswers = ({ seen }: RoomClient): string[] =>
  seen.flatMap(({ message }) =>
    message.type === 'agent_response' && message['complete'] === true ? [message.text ?? ''] : [],
  );

/** Waits until the condition holds; throws what it last threw when it does not in time. */
export async function until(condition: () => void, patienceMs = 10_000): Promise<void> {
  const end = Date.now() + patienceMs;
  for (;;) {
    try {
      return condition();
    } catch (thrown) {
      if (Date.now() > end) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
  }
}
