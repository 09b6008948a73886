import { type TripView } from '@travellite/protocol';

export type View = 'chat' | 'trip';

/** What the trip holds, as a short count for the switch. */
const contents = ({ plan, pois }: TripView) =>
  plan.length > 0
    ? `${plan.length} plan${plan.length === 1 ? '' : 's'}`
    : pois.length > 0
      ? `${pois.length} places`
      : '';

/** On a narrow screen: which half of the page is shown. */
export function ViewSwitch(props: { view: View; trip: TripView; onChange: (view: View) => void }) {
  const { view, trip, onChange } = props;
  const count = contents(trip);
  return (
    <nav className="view-switch" aria-label="Parts of the page">
      <button type="button" aria-pressed={view === 'chat'} onClick={() => onChange('chat')}>
        Conversation
      </button>
      <button type="button" aria-pressed={view === 'trip'} onClick={() => onChange('trip')}>
        Trip
        {count !== '' && <span className="count">{count}</span>}
      </button>
    </nav>
  );
}
