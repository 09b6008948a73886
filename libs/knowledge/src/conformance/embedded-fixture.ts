import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedKnowledge } from '../embedded/embedded-knowledge.js';
import { type Embedder } from '../embedding/embedder.js';
import { type Knowledge } from '../port.js';
import { type KnowledgeFixture } from './world.js';

/** The embedded adapter over a folder of its own, or in memory. */
export function embeddedFixture(options: { onDisk: boolean; embedder?: () => Embedder }): KnowledgeFixture {
  let opened: Knowledge[] = [];
  let folders: string[] = [];
  return {
    open() {
      const clock = { now: Date.UTC(2026, 10, 21) };
      const folder = options.onDisk ? mkdtempSync(join(tmpdir(), 'knowledge-')) : undefined;
      if (folder !== undefined) folders.push(folder);
      const start = () => {
        const embedder = options.embedder?.();
        const knowledge = new EmbeddedKnowledge({ folder, embedder, now: () => clock.now });
        opened.push(knowledge);
        return knowledge;
      };
      const knowledge = start();
      return Promise.resolve({
        knowledge,
        clock,
        async reopen() {
          await knowledge.close();
          return start();
        },
      });
    },
    async cleanUp() {
      await Promise.all(opened.map((knowledge) => knowledge.close()));
      for (const folder of folders) rmSync(folder, { recursive: true });
      opened = [];
      folders = [];
    },
  };
}
