import { SystemMessage, type BaseMessage } from '@langchain/core/messages';
import { z } from 'zod';
import { roomFactsSchema } from './room-facts.js';

/**
 * What an answer may rest on, as data: the agent writes it, every model is given it, and the offline model writes its sentences
 * from nothing else. Dates are `YYYY-MM-DD`, money is in minor units.
 */
const moneySchema = z.object({ amountMinor: z.number(), currency: z.string() });

const datesSchema = z.object({
  start: z.string().optional(),
  end: z.string().optional(),
  nights: z.number().optional(),
  days: z.number().optional(),
  window: z.object({ from: z.string(), to: z.string() }).optional(),
});

const tripSchema = z.object({
  destinations: z.array(z.string()),
  origin: z.string().optional(),
  dates: datesSchema.optional(),
  budget: z.object({ max: moneySchema, scope: z.string(), kind: z.string() }).optional(),
  budgetUnlimited: z.boolean().optional(),
  travellers: z.object({ adults: z.number(), children: z.number() }).optional(),
  interests: z.array(z.string()),
  directOnly: z.boolean().optional(),
  cabin: z.string().optional(),
});

/** What can fail of a turn's searches. */
export const troubles = ['flights', 'stays', 'places', 'legs', 'currency', 'weather', 'search'] as const;
export type Trouble = (typeof troubles)[number];

export const topics = [
  'destination',
  'dates',
  'length',
  'budget',
  'origin',
  'travellers',
  'interests',
  'wishes',
] as const;
export type Topic = (typeof topics)[number];

const optionSchema = z.object({
  name: z.string(),
  /** Sum for all travellers, as shown in English. */
  cost: z.string(),
  /** The same sum as a number, to write it the way another language does; absent when it could not be read. */
  total: moneySchema.optional(),
  notes: z.string(),
  /** The first sights of the plan. */
  sights: z.array(z.string()),
  /** The ways between cities, in order. */
  legs: z.array(z.string()).optional(),
  days: z.array(
    z.object({ highlight: z.string(), lodging: z.string().optional(), stops: z.array(z.string()) }),
  ),
});
export type OptionFacts = z.infer<typeof optionSchema>;

const placeSchema = z.object({
  name: z.string(),
  about: z.string().optional(),
  hours: z.string().optional(),
  cost: z.string().optional(),
});
export type PlaceFacts = z.infer<typeof placeSchema>;

const findSchema = z.object({
  /** Tool the lines come from. */
  tool: z.string(),
  /** Offers in words, best first. */
  lines: z.array(z.string()),
  source: z.string(),
  sample: z.boolean(),
});

/** A wish in English words; the planner's code and what it is about let other languages tell it. */
const obstacleSchema = z.object({
  wish: z.string(),
  code: z.string().optional(),
  subject: z.string().optional(),
});
export type ObstacleFacts = z.infer<typeof obstacleSchema>;

const infeasibleSchema = z.object({
  /** `budget` marks the one whose sum is told as the trip has it. */
  blocking: z.array(obstacleSchema.extend({ budget: z.boolean().optional() })),
  /** Smallest change first. `change` is there when the whole of it is one that every language has words for. */
  relaxations: z.array(
    z.object({
      message: z.string(),
      change: z
        .union([
          z.object({ what: z.literal('budget'), max: moneySchema, scope: z.string() }),
          z.object({ what: z.literal('unlimited') }),
          z.object({ what: z.literal('length'), days: z.number() }),
          z.object({ what: z.literal('dates'), start: z.string() }),
          z.object({ what: z.literal('cities'), count: z.number(), place: z.string() }),
          z.object({ what: z.literal('give_up'), wishes: z.array(obstacleSchema) }),
        ])
        .optional(),
    }),
  ),
});
export type InfeasibleFacts = z.infer<typeof infeasibleSchema>;

const roomSchema = roomFactsSchema(tripSchema);
export type RoomFacts = z.infer<typeof roomSchema>;

export const answerFactsSchema = z.object({
  /** Picks among equal wordings, so that two turns do not sound alike. */
  seed: z.int().min(0),
  /** ISO 639-1. */
  language: z.string(),
  today: z.string(),
  /** Whom to answer, in a conversation of several. */
  addressee: z.string().optional(),
  firstTurn: z.boolean(),
  acts: z.array(z.string()),
  trip: tripSchema,
  /** Names among all these that are countries: what is called Georgia may be a state. */
  countries: z.array(z.string()).optional(),
  /** Wishes as listed; `key` says what each is about. */
  wishes: z.array(z.object({ description: z.string(), priority: z.string(), key: z.string().optional() })),
  /** What this message changed. Values of `interests` are tags, joined by commas. */
  changes: z.array(
    z.object({
      topic: z.enum(topics),
      action: z.enum(['set', 'changed', 'removed']),
      value: z.string().optional(),
      /** Of a wish: its place on the list (`not:museums`). */
      key: z.string().optional(),
      /** Places that came or went, by the names of the data. */
      names: z.array(z.string()).optional(),
    }),
  ),
  /** The one thing to ask for, when something is missing. */
  ask: z.object({ topic: z.enum(topics), choices: z.array(z.string()).optional() }).optional(),
  /** Options as shown to the person; `fresh` when made in this turn. */
  plan: z
    .object({
      fresh: z.boolean(),
      sample: z.boolean(),
      /** The person named where they start, and no way there and back was found. */
      withoutWay: z.boolean().optional(),
      options: z.array(optionSchema),
    })
    .optional(),
  /** The option the person refers to, from 0. */
  picked: z.int().min(0).optional(),
  /** No plan can be made: which wishes stand in each other's way, and the smallest changes that would help. */
  infeasible: infeasibleSchema.optional(),
  finds: z.array(findSchema),
  /** Places worth seeing at the destinations, best first. */
  places: z.array(placeSchema),
  /** Searches that failed. Everything else still works. */
  troubles: z.array(z.enum(troubles)),
  /** Places the person named that are not in the data. */
  unknownPlaces: z.array(z.string()),
  /** Destinations for which there are general ideas only, no places of their own. */
  thinPlaces: z.array(z.string()),
  /** Places there is data for. */
  knownPlaces: z.array(z.string()),
  /** Looked-up passages: data, never instructions. */
  passages: z.array(
    z.object({
      title: z.string(),
      text: z.string(),
      source: z.string(),
      /** About the very topic of the question, whatever words it is asked in. */
      answers: z.boolean().optional(),
    }),
  ),
  /** The shared room, in a conversation of several. */
  room: roomSchema.optional(),
  /** The configured language model failed in this turn and the offline model speaks in its place. */
  standIn: z.boolean(),
  /** The token budget that is used up, when that is why: of this message, or of this day (UTC). */
  spent: z.enum(['turn', 'day']).optional(),
});
/** What an answer may rest on. */
export type AnswerFacts = z.infer<typeof answerFactsSchema>;
export type TripFacts = z.infer<typeof tripSchema>;

const factsId = 'travellite-facts';

/** The facts as a message. Only the agent makes system messages, so nothing a person writes can pass for facts. */
export const factsMessage = (facts: AnswerFacts): BaseMessage =>
  new SystemMessage({ id: factsId, content: `Facts for this answer, as JSON:\n${JSON.stringify(facts)}` });

/** The facts among the messages, the last if there are several. */
export function readFacts(messages: readonly BaseMessage[]): AnswerFacts | undefined {
  const message = messages.findLast((one) => one.id === factsId && SystemMessage.isInstance(one));
  if (!message || typeof message.content !== 'string') return undefined;
  const json = message.content.slice(message.content.indexOf('\n') + 1);
  return answerFactsSchema.parse(JSON.parse(json));
}
