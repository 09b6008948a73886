import { type Requirement } from '@travellite/protocol';

const priorities = [
  ['must_have', 'Must have'],
  ['preferred', 'Nice to have'],
  ['avoid', 'Avoid'],
] as const;

/** The wishes, by how much they matter. */
export function Requirements({ requirements }: { requirements: Requirement[] }) {
  if (requirements.length === 0) return null;
  return (
    <section className="requirements" aria-labelledby="requirements-title">
      <h3 id="requirements-title">Wishes</h3>
      {priorities.map(([priority, title]) => {
        const wishes = requirements.filter((one) => one.priority === priority);
        return wishes.length === 0 ? null : (
          <div key={priority} className="wish-row">
            <h4 id={`wishes-${priority}`}>{title}</h4>
            <ul aria-labelledby={`wishes-${priority}`}>
              {wishes.map(({ description }, index) => (
                <li key={`${index}-${description}`} className="chip" data-priority={priority}>
                  {description}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
