import { type Bus, type Subscription } from '@travellite/bus';
import {
  type Knowledge,
  type KnowledgeSettings,
  loadGuideDocuments,
  openKnowledge,
  placesToDocuments,
} from '@travellite/knowledge';
import { type Log } from '@travellite/telemetry';
import { createTravelTools, curatedCities } from '@travellite/travel-tools';
import { followDocuments } from './follow-documents.js';

export interface GuideSettings {
  /** `none`: notes are found by their words alone. */
  embedding: 'model' | 'none';
  /** Keeps the notes in Pinecone, which needs the embedding model; without it they are kept here. */
  pinecone?: { apiKey: string; host: string };
  /** Where notes kept here outlive the process; absent: in memory. */
  folder?: string;
}

/** What the agent looks things up in: practical passages and what is known about places. */
export interface Guide {
  knowledge: Knowledge;
  /** Reads the passages in, in the background: answers given meanwhile rest on what is there. */
  fill(): void;
  /** Takes in the documents that are added by the bus. */
  follow(bus: Pick<Bus, 'documents'>): Promise<void>;
  close(): Promise<void>;
}

export async function openGuide(settings: GuideSettings, log: Log): Promise<Guide> {
  const knowledge = await openKnowledge(toKnowledgeSettings(settings));
  let filling: Promise<void> = Promise.resolve();
  let following: Subscription | undefined;
  return {
    knowledge,
    fill: () => {
      filling = fill(knowledge, log).catch((error: unknown) =>
        log.error('the guide could not be read in', {}, error),
      );
    },
    follow: async (bus) => {
      following = await followDocuments(bus, knowledge, log);
    },
    close: async () => {
      await following?.close();
      await filling;
      await knowledge.close();
    },
  };
}

export const toKnowledgeSettings = ({ embedding, pinecone, folder }: GuideSettings): KnowledgeSettings =>
  pinecone
    ? { kind: 'pinecone', ...pinecone }
    : {
        kind: 'embedded',
        ...(folder === undefined ? {} : { folder }),
        ...(embedding === 'none' ? { embedding } : {}),
      };

async function fill(knowledge: Knowledge, log: Log): Promise<void> {
  await knowledge.ingest(await loadGuideDocuments(), 'shared');
  const { places } = createTravelTools({}, { now: Date.now, log });
  for (const { name, country } of curatedCities) {
    const city = { name, country, kind: 'city' as const };
    const attractions = await places.attractions({ city });
    const restaurants = await places.restaurants({ city });
    await knowledge.ingest(
      placesToDocuments({ attractions, restaurants, countries: { [name]: country } }),
      'shared',
    );
  }
}
