import { type PlanDay } from '@travellite/protocol';
import { Block } from './block.js';
import { Icon } from './icon.js';
import { PlaceLink } from './place-link.js';

interface DayCardProps {
  day: PlanDay;
  number: number;
  open: boolean;
  /** Currency sign of the plan's costs. */
  sign: string;
}

/** One day: what happens when, and where the night is spent. */
export function DayCard({ day, number, open, sign }: DayCardProps) {
  const { highlight, lodging, blocks } = day;
  return (
    <details className="day" open={open}>
      <summary>
        <span className="day-number">Day {number}</span> <span className="day-highlight">{highlight}</span>
      </summary>
      <ol className="blocks">
        {blocks.map((block, index) => (
          <Block key={index} block={block} sign={sign} />
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
