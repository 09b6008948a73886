import { type Saying } from '../room/room-link.js';

/** What was handed to the realtime service and is not confirmed yet. */
export function Sayings({ sayings }: { sayings: readonly Saying[] }) {
  return sayings.map(({ id, text }) => (
    <li key={id} className="turn">
      <div className="question" data-mine="true">
        <p className="question-text">{text}</p>
        <p className="turn-note late">Sending…</p>
      </div>
    </li>
  ));
}
