import { type BindToolsInput } from '@langchain/core/language_models/chat_models';
import { convertToOpenAITool } from '@langchain/core/utils/function_calling';
import { z } from 'zod';
import { type AnswerFacts, type TripFacts } from '../facts.js';

/** What the rules need of a bound tool: its name and the names of its arguments. */
export interface KnownTool {
  name: string;
  properties: string[];
  required: string[];
}

const parametersSchema = z.object({
  properties: z.record(z.string(), z.unknown()).default({}),
  required: z.array(z.string()).default([]),
});

export function toKnownTool(tool: BindToolsInput): KnownTool {
  const { function: described } = convertToOpenAITool(tool as Parameters<typeof convertToOpenAITool>[0]);
  const { properties, required } = parametersSchema.parse(described.parameters ?? {});
  // Converted schemas name arguments with a default as required too.
  const needed = required.filter((name) => !hasDefault(properties[name]));
  return { name: described.name, properties: Object.keys(properties), required: needed };
}

const hasDefault = (property: unknown) =>
  typeof property === 'object' && property !== null && 'default' in property;

interface RuledCall {
  name: string;
  args: Record<string, unknown>;
}

/** What one call is about: a leg of the journey, or a stop with its days. */
interface Occasion {
  from?: string;
  to?: string;
  city?: string;
  start?: string;
  end?: string;
}

/**
 * The calls a bound tool gets: a flight search one per leg (there, and back unless the tool takes a return date itself), a search
 * for a city one per destination. A call whose required arguments are not all known is not made.
 */
export function callsByRule(facts: AnswerFacts, tools: readonly KnownTool[]): RuledCall[] {
  return tools.flatMap((tool) =>
    occasionsFor(tool, facts.trip).flatMap((occasion) => {
      const args = argumentsFor(tool, occasion, facts.trip);
      return args ? [{ name: tool.name, args }] : [];
    }),
  );
}

function occasionsFor(tool: KnownTool, trip: TripFacts): Occasion[] {
  const { destinations, origin, dates } = trip;
  if (/flight/i.test(tool.name)) {
    const there = { from: origin, to: destinations[0], start: dates?.start, end: dates?.end };
    if (tool.properties.some((name) => meaningOf(name, tool) === 'end')) return [there];
    const back = { from: destinations.at(-1), to: origin, start: dates?.end };
    return [there, back];
  }
  if (!/stay|hotel|lodging|weather|place|attraction|activit|restaurant/i.test(tool.name)) return [];
  // The weather of a month is of use before the day is known; a bed is not.
  const open = /weather/i.test(tool.name) ? dates?.window : undefined;
  const [start, end] = [dates?.start ?? open?.from, dates?.end ?? open?.to];
  return destinations.map((city) => ({ city, to: city, start, end }));
}

type Meaning =
  | keyof Occasion
  | 'adults'
  | 'children'
  | 'travellers'
  | 'currency'
  | 'nights'
  | 'directOnly'
  | 'cabin'
  | undefined;

const meanings: [RegExp, Meaning][] = [
  [/^(from|origin|departure)(city|airport|location|place)?$/, 'from'],
  [/^(to|destination|arrival)(city|airport|location|place)?$/, 'to'],
  [/^(city|place|location|near|where)(name)?$/, 'city'],
  [/^(return(date|on|day)?|end(date|on)?|checkout(date)?|until|lastday)$/, 'end'],
  [
    /^(depart(ure|s)?(date|on|day)?|date|on|day|start(date|on)?|outbound(date)?|checkin(date)?|firstday)$/,
    'start',
  ],
  [/^(adults|numadults)$/, 'adults'],
  [/^(children|kids)$/, 'children'],
  [/^(travell?ers|guests|people|passengers)$/, 'travellers'],
  [/^currency(code)?$/, 'currency'],
  [/^nights$/, 'nights'],
  [/^(direct|nonstop)(only)?$/, 'directOnly'],
  [/^cabin(class)?$/, 'cabin'],
];

function meaningOf(property: string, tool: KnownTool): Meaning {
  const plain = property.toLowerCase().replaceAll(/[^a-z]/g, '');
  const meaning = meanings.find(([pattern]) => pattern.test(plain))?.[1];
  // A tool that has a city of its own means days by `from` and `to`.
  const atOnePlace = tool.properties.some((name) => /^(city|place|location)$/i.test(name));
  if (atOnePlace && meaning === 'from') return 'start';
  return atOnePlace && meaning === 'to' ? 'end' : meaning;
}

function argumentsFor(tool: KnownTool, occasion: Occasion, trip: TripFacts) {
  const args: Record<string, unknown> = {};
  for (const property of tool.properties) {
    const value = valueOf(meaningOf(property, tool), occasion, trip);
    if (value !== undefined) args[property] = value;
    else if (tool.required.includes(property)) return undefined;
  }
  return args;
}

function valueOf(
  meaning: Meaning,
  occasion: Occasion,
  trip: TripFacts,
): string | number | boolean | undefined {
  const { adults = 1, children = 0 } = trip.travellers ?? {};
  switch (meaning) {
    case undefined:
      return undefined;
    case 'adults':
      return adults;
    case 'children':
      return children;
    case 'travellers':
      return adults + children;
    case 'currency':
      return trip.budget?.max.currency;
    case 'directOnly':
    case 'cabin':
      return trip[meaning];
    case 'nights':
      return trip.dates?.nights;
    default:
      return occasion[meaning];
  }
}
