import { type PlanBlock } from '@travellite/protocol';
import { formatTransport } from '../format/plan-cost.js';
import { Icon } from './icon.js';
import { PlaceLink } from './place-link.js';

/** One stretch of a day. */
export function Block({ block, sign }: { block: PlanBlock; sign: string }) {
  const { time, description, pois = [] } = block;
  const transport = formatTransport(block, sign);
  return (
    <li className="block">
      <p className="block-time">{time}</p>
      <div>
        <p>{description}</p>
        {pois.length > 0 && (
          <ul className="block-places">
            {pois.map((poi, index) => (
              <li key={index}>
                <PlaceLink poi={poi} withCost />
              </li>
            ))}
          </ul>
        )}
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
