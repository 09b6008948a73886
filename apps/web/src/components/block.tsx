import { type PlanBlock, type Poi } from '@travellite/protocol';
import { formatTransport } from '../format/plan-cost.js';
import { Icon } from './icon.js';
import { PlaceLink } from './place-link.js';

/** `Visit Louvre`: a place that the words name is linked in them, others follow in a list. */
function Description({ text, pois }: { text: string; pois: Poi[] }) {
  const [place] = pois;
  const at = place && pois.length === 1 && place.name !== '' ? text.indexOf(place.name) : -1;
  if (!place || at < 0) {
    return (
      <>
        <p>{text}</p>
        {pois.length > 0 && (
          <ul className="block-places">
            {pois.map((poi, index) => (
              <li key={index}>
                <PlaceLink poi={poi} withCost />
              </li>
            ))}
          </ul>
        )}
      </>
    );
  }
  return (
    <p>
      {text.slice(0, at)}
      <PlaceLink poi={place} />
      {text.slice(at + place.name.length)}
      {place.cost !== '' && <span className="quiet"> {place.cost}</span>}
    </p>
  );
}

/** One stretch of a day. */
export function Block({ block, sign }: { block: PlanBlock; sign: string }) {
  const { time, description, pois = [] } = block;
  const transport = formatTransport(block, sign);
  return (
    <li className="block">
      <p className="block-time">{time}</p>
      <div>
        <Description text={description} pois={pois} />
        {transport !== undefined && (
          <p className="transport">
            <Icon name="way" />
            <span>
              <span className="visually-hidden">Getting there: </span>
              {transport}
            </span>
          </p>
        )}
      </div>
    </li>
  );
}
