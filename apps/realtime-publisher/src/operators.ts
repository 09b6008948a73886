import { type BuriedAnswer, type OperatorService } from '@travellite/bus';
import { readVersion, toOperatorService } from '@travellite/operations';
import { TravelError } from '@travellite/protocol';
import { z } from 'zod';
import { type Publisher } from './publisher.js';

const packageFile = new URL('../package.json', import.meta.url);

const page = z
  .object({
    limit: z.int({ error: 'must be a whole number' }).min(1).max(200).default(20),
    before: z.int({ error: 'must be the id of a dead letter' }).min(1).optional(),
  })
  .default({ limit: 20 });
const oneLetter = z.object({ id: z.int({ error: 'must be the id of a dead letter' }).min(1) });

/** What operators may ask of a publisher: about its process, and about answers that could not be delivered. */
export function publisherOperators(publisher: Publisher): OperatorService {
  const { outbound } = publisher.options.bus;
  return toOperatorService({
    name: 'realtime-publisher',
    version: readVersion(packageFile),
    description: 'Publishes answers to the rooms of the realtime service',
    status: () => publisher.status(),
    drain: () => void publisher.drain(),
    endpoints: [
      {
        name: 'dead-letters',
        description: 'Answers that could not be delivered, newest first: {"limit":20,"before":12}',
        handle: async (input) => {
          const { limit, before } = parse(page, input);
          const letters = await outbound.buried({ limit, ...(before === undefined ? {} : { before }) });
          return { deadLetters: letters.map(toShown) };
        },
      },
      {
        name: 'replay',
        description: 'Publishes an answer again that could not be delivered: {"id":12}',
        handle: async (input) => {
          const { id } = parse(oneLetter, input);
          if (await outbound.replay(id)) return { replayed: id };
          throw new TravelError('not_found', `There is no dead letter ${id}.`);
        },
      },
    ],
  });
}

/** Never a word of the answer: ids find it for those who may read it. */
const toShown = ({ id, at, reason, answer }: BuriedAnswer) => ({
  ...{ id, at: new Date(at).toISOString(), code: reason.code, reason: reason.sentence },
  ...{ conversation: answer.conversation, turn: answer.events[0]?.turn, namespace: answer.namespace },
});

function parse<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new TravelError('invalid', `${issue?.path.join('.') || 'the request'} ${issue?.message}`);
}
