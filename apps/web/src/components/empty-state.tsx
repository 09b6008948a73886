const examples = [
  { title: 'A week in Paris', text: 'I want to plan a trip to Paris' },
  { title: 'Tokyo and Kyoto in three days', text: 'Plan a 3 day trip to Tokyo and Kyoto' },
  {
    title: 'A long weekend of food',
    text: 'Four days in Lisbon for two in May, under $2000, we love food and views',
  },
  { title: 'What is this?', text: 'What can you do?' },
];

/** A conversation that has not begun: what this is, and how one might begin. */
export function EmptyState({ onPick }: { onPick: (text: string) => void }) {
  return (
    <section className="empty" aria-labelledby="empty-title">
      <h2 id="empty-title">Where to?</h2>
      <p>
        Tell me where and when, who comes along and what it may cost. I look up places and flights, and lay
        out days that fit together. You can change anything by saying so.
      </p>
      <ul className="examples" aria-label="Examples">
        {examples.map(({ title, text }) => (
          <li key={title}>
            <button type="button" onClick={() => onPick(text)}>
              <strong>{title}</strong>
              <span>{text}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
