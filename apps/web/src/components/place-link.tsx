import { type Poi } from '@travellite/protocol';
import { mapLink } from '../format/places.js';

/** A place that leads to its spot on OpenStreetMap. */
export function PlaceLink({ poi, withCost = false }: { poi: Poi; withCost?: boolean }) {
  return (
    <>
      <a href={mapLink(poi.geo_coordinate)} target="_blank" rel="noreferrer">
        {poi.name}
        <span className="visually-hidden"> on OpenStreetMap, opens in a new tab</span>
      </a>
      {withCost && poi.cost !== '' && <span className="quiet"> {poi.cost}</span>}
    </>
  );
}
