import { createHash } from 'node:crypto';
import { type KnowledgeDocument, type Namespace } from '@travellite/knowledge';
import { type ModelToolCall } from '@travellite/model';
import {
  type ConversationId,
  type FlightOffer,
  type Provenance,
  splitConversation,
  type Stay,
  toTravelError,
} from '@travellite/protocol';
import { type DayWeather, worldGazetteer } from '@travellite/travel-tools';
import { type StageContext } from '../turn-work.js';
import { offerLines } from './offer-lines.js';

const hourMs = 3_600_000;
/** How long what a provider gave no end to is worth repeating. */
const lifetimesMs: Record<string, number> = {
  searchFlights: 6 * hourMs,
  searchStays: 6 * hourMs,
  getWeather: 12 * hourMs,
};

/**
 * What a search brought, as a document to be looked up until it ends; `undefined` for what is not worth it: samples, for nothing made up
 * must come back as knowledge, what is usual at a time of the year, which is known anyway, and what has ended. `now` in Unix ms.
 */
export function toKeep(
  { name, args }: Pick<ModelToolCall, 'name' | 'args'>,
  results: readonly unknown[],
  now: number,
): KnowledgeDocument | undefined {
  const lifetime = lifetimesMs[name];
  const found = offerLines({ name, args }, results, 'en');
  const about = found && !found.sample ? aboutOf(name, args, results) : undefined;
  if (lifetime === undefined || !found || !about) return undefined;
  const ends = (results as readonly Provenance[]).map(({ expiresAt }) => expiresAt ?? now + lifetime);
  const expiresAt = Math.min(...ends, now + lifetime);
  if (expiresAt <= now) return undefined;
  const checkedOn = new Date(now).toISOString().slice(0, 10);
  return {
    id: `tool:${createHash('sha256').update(about.title).digest('base64url')}`,
    ...about,
    text: found.lines.join('\n'),
    source: `${found.source}, searched on ${checkedOn}`,
    kind: 'tool_result',
    checkedOn,
    expiresAt,
  };
}

interface About {
  title: string;
  city: string;
}

/** Everybody's, so it says which of all namesakes it is of and for which days. */
function aboutWeather(args: Record<string, unknown>, days: readonly DayWeather[]): About | undefined {
  const [first, last] = [days[0], days.at(-1)];
  const { city: name, country } = args;
  if (!first || !last || first.basis !== 'forecast' || typeof name !== 'string') return undefined;
  const found = worldGazetteer().findCity({
    name,
    kind: 'city',
    ...(typeof country === 'string' && country !== '' ? { country: country.toUpperCase() } : {}),
  });
  if (!found) return undefined;
  const where = [found.name, found.region, found.country].filter((part) => part !== undefined).join(', ');
  return { title: `Weather in ${where} from ${first.date} to ${last.date}`, city: found.name };
}

function aboutOf(
  name: string,
  args: Record<string, unknown>,
  results: readonly unknown[],
): About | undefined {
  const [first] = results;
  switch (name) {
    case 'searchFlights': {
      const { from, to, departs } = first as FlightOffer;
      return { title: `Flights from ${from} to ${to} on ${departs.slice(0, 10)}`, city: to };
    }
    case 'searchStays': {
      const { city } = first as Stay;
      return {
        title: `Places to stay in ${city}, ${String(args['checkIn'])} to ${String(args['checkOut'])}`,
        city,
      };
    }
    case 'getWeather':
      return aboutWeather(args, results as readonly DayWeather[]);
    default:
      return undefined;
  }
}

/**
 * Puts what a search brought beside the other notes, while the turn goes on. Offers say where a person wants to go, so they stay with
 * that person, and those of a room or an unnamed visitor with nobody; the weather is everybody's.
 */
export function keepResults(
  call: ModelToolCall,
  results: readonly unknown[],
  conversation: ConversationId,
  { ports, log }: Pick<StageContext, 'ports' | 'log'>,
): void {
  const namespace = namespaceFor(call.name, conversation);
  const document = ports.knowledge && namespace && toKeep(call, results, ports.now());
  if (!ports.knowledge || !namespace || !document) return;
  ports.knowledge.ingest([document], namespace).catch((thrown: unknown) => {
    log.warn('a search result was not kept', { tool: call.name, code: toTravelError(thrown).code });
  });
}

function namespaceFor(tool: string, conversation: ConversationId): Namespace | undefined {
  if (tool === 'getWeather') return 'shared';
  const { kind, name } = splitConversation(conversation);
  return kind === 'user' ? `user:${name}` : undefined;
}
