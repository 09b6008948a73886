import { type PlanDay } from '@travellite/protocol';
import { Block } from './block.js';
import { Icon } from './icon.js';
import { PlaceLink } from './place-link.js';

/** One day: what happens when, and where the night is spent. */
export function DayCard({ day, number, open }: { day: PlanDay; number: number; open: boolean }) {
  const { highlight, lodging, blocks } = day;
  return (
    <details className="day" open={open}>
      <summary>
        <span className="day-number">Day {number}</span> <span className="day-highlight">{highlight}</span>
      </summary>
      <ol className="blocks">
        {blocks.map((block, index) => (
          <Block key={index} block={block} />
        ))}
      </ol>
      {lodging !== undefined && lodging !== '' && (
        <p className="lodging">
          <Icon name="bed" />
          <span>
            <span className="visually-hidden">Night at </span>
            {typeof lodging === 'string' ? lodging : <PlaceLink poi={lodging} withCost />}
          </span>
        </p>
      )}
    </details>
  );
}
