import { type OperatorService } from '@travellite/bus';
import { readConversation, readVersion, toOperatorService } from '@travellite/operations';
import { TravelError } from '@travellite/protocol';
import { type Gateway } from './gateway.js';

const packageFile = new URL('../package.json', import.meta.url);

/** What operators may ask of a gateway. All of it is about one process: any gateway serves any user. */
export const gatewayOperators = (gateway: Gateway): OperatorService =>
  toOperatorService({
    name: 'ws-gateway',
    version: readVersion(packageFile),
    description: 'Ends client WebSockets and POST /chat',
    status: () => gateway.status(),
    drain: () =>
      void gateway.empty().catch((error: unknown) => gateway.options.log.error('draining failed', {}, error)),
    endpoints: [
      {
        name: 'listeners',
        description: 'Who listens to a conversation at this process: {"conversation":"user:ann"}',
        ofInstance: true,
        handle: async (input) => {
          const conversation = readConversation(input);
          const doors = gateway.connections.byDoor((one) => one.conversation === conversation);
          if (Object.keys(doors).length > 0) return { conversation, doors };
          throw new TravelError('not_found', `Nobody listens to the conversation ${conversation} here.`);
        },
      },
    ],
  });
