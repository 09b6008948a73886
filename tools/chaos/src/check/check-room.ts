import { type TurnId } from '@travellite/protocol';
import { type Report } from './check-history.js';
import { type History } from './history.js';

/** Every member of a room was shown the answer to each committed turn, once, in the order of the commits, and no other. */
export function checkRoom({ rest, shown = [] }: History, report: Report): void {
  const committed = new Set(rest.committed);
  for (const [member, answers] of shown.entries()) {
    const once = new Set<TurnId>();
    for (const turn of answers) {
      if (once.has(turn)) report('answer once', `member ${member} saw the answer to ${turn} again`);
      else if (!committed.has(turn))
        report('answer kept', `member ${member} saw one to ${turn} that the state lacks`);
      once.add(turn);
    }
    for (const turn of committed) {
      if (!once.has(turn)) report('answer shown', `member ${member} never saw the answer to ${turn}`);
    }
    const wanted = [...committed].filter((turn) => once.has(turn));
    const seen = [...once].filter((turn) => committed.has(turn));
    const at = seen.findIndex((turn, nth) => turn !== wanted[nth]);
    if (at >= 0) report('answers in order', `member ${member} saw ${seen[at]} where ${wanted[at]} belongs`);
  }
}
