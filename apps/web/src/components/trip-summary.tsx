import { type TripView } from '@travellite/protocol';
import { missingInWords, sentenceCase, tripFacts, tripTitle } from '../format/trip-facts.js';

/** Destinations, dates, people and money, and what is still to be said. */
export function TripSummary({ trip }: { trip: TripView }) {
  const facts = tripFacts(trip.request);
  const missing = missingInWords(trip.missing);
  return (
    <section className="summary" aria-labelledby="trip-title">
      <h2 id="trip-title">{tripTitle(trip.request)}</h2>
      {facts.length > 0 && (
        <dl>
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {missing.length > 0 && (
        <p className="missing">
          <span className="missing-label">Still to say</span>{' '}
          {sentenceCase(new Intl.ListFormat('en').format(missing))}
        </p>
      )}
    </section>
  );
}
