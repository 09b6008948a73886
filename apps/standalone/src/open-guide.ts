import { type Knowledge, loadGuideDocuments, openKnowledge, placesToDocuments } from '@travellite/knowledge';
import { type Log } from '@travellite/telemetry';
import { curatedCities } from '@travellite/travel-tools';

/** The embedded guide: practical passages and what is known about places. */
export interface Guide {
  knowledge: Knowledge;
  /** Reads the passages in, in the background: answers given meanwhile rest on what is there. */
  fill(): void;
  close(): Promise<void>;
}

export async function openGuide(folder: string, log: Log): Promise<Guide> {
  const knowledge = await openKnowledge({ kind: 'embedded', folder });
  let filling: Promise<void> = Promise.resolve();
  return {
    knowledge,
    fill: () => {
      filling = fill(knowledge).catch((error: unknown) => log.error('the guide could not be read in', {}, error));
    },
    close: async () => {
      await filling;
      await knowledge.close();
    },
  };
}

async function fill(knowledge: Knowledge): Promise<void> {
  await knowledge.ingest(await loadGuideDocuments());
  await knowledge.ingest(placesToDocuments(curatedCities));
}
