import { type Poi } from '@travellite/protocol';
import { hoursInWords } from '../format/hours.js';
import { isSample, kindInWords, placeDetails } from '../format/places.js';
import { PlaceLink } from './place-link.js';
import { SampleBadge } from './sample-badge.js';

/** A place: what it is, what it costs and when it is open. */
export function PlaceCard({ poi }: { poi: Poi }) {
  const { description, cost, opening_hours: hours = '' } = poi;
  return (
    <li className="place" data-kind={poi.poi_type}>
      <p className="place-head">
        <span className="place-kind">{kindInWords(poi)}</span>
        {cost !== '' && <span className="place-cost">{cost}</span>}
      </p>
      <h4>
        <PlaceLink poi={poi} />
      </h4>
      {description !== '' && <p>{description}</p>}
      {hours !== '' && (
        <p className="quiet">
          {hoursInWords(hours).map((part, index) => (
            <span key={index} className="hours">
              {part}
            </span>
          ))}
        </p>
      )}
      {placeDetails(poi).map((line) => (
        <p key={line} className="quiet">
          {line}
        </p>
      ))}
      {isSample(poi) && <SampleBadge />}
    </li>
  );
}
