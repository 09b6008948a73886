import { useState } from 'react';
import { fullDay } from '../format/dates.js';
import { copied, ownerQuery, shareTrip, type Shared, type TripOwner } from '../state/share-trip.js';
import { Icon } from './icon.js';

interface TripFilesProps {
  owner: TripOwner;
  /** The option shown, from 1. */
  option: number;
}

/** What to do with a plan: take it along, keep it, show it to others. */
export function TripFiles({ owner, option }: TripFilesProps) {
  const [sharing, setSharing] = useState(false);
  const [shared, setShared] = useState<Shared & { copied?: boolean }>();
  const query = ownerQuery(owner, { option: String(option) });
  const share = async () => {
    setSharing(true);
    const link = await shareTrip(owner, location.origin);
    setShared('url' in link ? { ...link, copied: await copied(link.url) } : link);
    setSharing(false);
  };
  return (
    <div className="trip-files">
      <p>
        <a className="button small" href={`/trips/mine.ics?${query}`} download>
          <Icon name="calendar" /> Add to calendar
        </a>
        <a className="button small" href={`/trips/mine.md?${query}`} download>
          <Icon name="save" /> Download
        </a>
        <button type="button" className="button small" disabled={sharing} onClick={() => void share()}>
          <Icon name="share" /> Share
        </button>
      </p>
      <div role="status">{shared && <ShareResult shared={shared} />}</div>
    </div>
  );
}

function ShareResult({ shared }: { shared: Shared & { copied?: boolean } }) {
  if ('reason' in shared) return <p className="fault-text">{shared.reason}</p>;
  return (
    <>
      <label className="visually-hidden" htmlFor="share-link">
        Link to this trip
      </label>
      <input
        id="share-link"
        readOnly
        value={shared.url}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <p className="quiet">
        {shared.copied ? 'Link copied. ' : ''}Anyone who has it can read this trip until{' '}
        {fullDay(shared.until)}.
      </p>
    </>
  );
}
