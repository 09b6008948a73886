import { tellsLists } from '../plan/plan-decision.js';
import { type StageStep, type TurnWork } from '../turn-work.js';
import { editRequirements, type ReadEntry } from './edit-requirements.js';
import { entryReader } from './entry-reader.js';

/** Keeps the list of wishes in step with the request. */
export const requireStage: StageStep = {
  step: 'require',
  label: 'Noting your wishes',
  async run(work, { ports, event }) {
    const read: ReadEntry = entryReader(ports.understand, work.today);
    const requirements = listAfter(work, read);
    if (tellsLists(work)) await event({ type: 'requirements', requirements });
    return { ...work, state: { ...work.state, requirements } };
  },
};

function listAfter({ before, state }: TurnWork, read: ReadEntry) {
  return editRequirements(before.requirements, before.request, state.request, read);
}
