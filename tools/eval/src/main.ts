import { type Line, reached, type Section } from './line.js';
import { readOptions, type SectionName, usage } from './options.js';
import { writeTable } from './report.js';
import { measureConversations } from './sections/conversations.js';
import { measurePlanning } from './sections/planning.js';
import { measureNotes } from './sections/retrieval.js';
import { measureDialogues, measureFresh, measureUtterances } from './sections/understanding.js';
import { formatTable } from './table.js';

const measures: Record<SectionName, () => Section | Promise<Section>> = {
  understanding: () => measureUtterances(),
  fresh: () => measureFresh(),
  dialogues: () => measureDialogues(),
  conversations: () => measureConversations(),
  planning: () => measurePlanning(),
  retrieval: () => measureNotes(),
};

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n${usage}\n`);
    return 2;
  }
  if (options.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const lines: Line[] = [];
  for (const name of options.sections) {
    const began = performance.now();
    const section = await measures[name]();
    lines.push(...section.lines);
    process.stderr.write(`${name}: ${((performance.now() - began) / 1000).toFixed(0)} s\n`);
    if (options.misses) for (const miss of section.misses) process.stdout.write(`${miss}\n`);
  }
  process.stdout.write(`${formatTable(lines)}\n`);
  if (options.write) writeTable(lines);
  const missed = lines.filter((line) => !reached(line));
  if (missed.length > 0)
    process.stdout.write(`${missed.length} of ${lines.length} measures fall short of their aim.\n`);
  return missed.length > 0 ? 1 : 0;
}

process.exitCode = await main();
