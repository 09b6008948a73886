import { type Poi } from '@travellite/protocol';
import { useState } from 'react';
import { PlaceCard } from './place-card.js';

const shownAtFirst = 6;

/** The places that were found. */
export function Places({ pois }: { pois: Poi[] }) {
  const [all, setAll] = useState(false);
  if (pois.length === 0) return null;
  const shown = all ? pois : pois.slice(0, shownAtFirst);
  return (
    <section className="places" aria-labelledby="places-title">
      <div className="section-head">
        <h3 id="places-title">Places</h3>
        <span className="quiet">{pois.length}</span>
      </div>
      <ul className="place-cards">
        {shown.map((poi, index) => (
          <PlaceCard key={`${index}-${poi.name}`} poi={poi} />
        ))}
      </ul>
      {pois.length > shownAtFirst && (
        <button type="button" className="button small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${pois.length}`}
        </button>
      )}
    </section>
  );
}
