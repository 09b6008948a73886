import fc from 'fast-check';
import { toItinerary } from '../itinerary/itinerary.js';
import { louvre, option, trip, visit } from '../testing/sample-trip.js';
import { html } from './html.js';
import { toPage } from './to-page.js';

describe('HTML of values', () => {
  it('shows every mark as a mark, and keeps what is HTML', () => {
    const inner = html`<b>${'<i>'}</b>`;
    expect(html`<p title="${'"\'>'}">${inner}${[inner]}${3}${undefined}</p>`.text).toBe(
      '<p title="&quot;&#39;&gt;"><b>&lt;i&gt;</b><b>&lt;i&gt;</b>3</p>',
    );
  });

  it('holds no tag that came from a value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(html`${text}`.text).not.toMatch(/[<>"']/);
      }),
    );
  });
});

describe('the page of a trip', () => {
  const page = (number = 1, query?: string) => toPage(toItinerary(trip(), number)!, { id: 't1.abc', query });

  it('shows the option, leads to the others and to the files', () => {
    expect(page(2)).toContain('<a href="/trips/t1.abc?option=2" aria-current="page">Balanced</a>');
    expect(page(2)).toContain('<a href="/trips/t1.abc?option=1">Cheapest</a>');
    expect(page(2)).toContain('href="/trips/t1.abc.ics?option=2"');
    expect(page(1, 'userId=a%26b')).toContain('href="/trips/t1.abc.md?userId=a%26b&amp;option=1"');
  });

  it('says that sample data is sample data, and that nothing is booked', () => {
    expect(page()).toContain('<p class="sample">Sample data, not a real offer.</p>');
    expect(page()).toContain('A plan, not a booking');
  });

  it('shows markup as text', () => {
    const name = '"><script>alert(1)</script>';
    const block = visit('', '', {
      starts: undefined,
      description: name,
      pois: [{ ...louvre, name, description: name }],
    });
    const days = [{ highlight: name, lodging: name, blocks: [block] }];
    const request = { ...trip().request, destinations: [{ name, kind: 'city' as const }] };
    const view = trip({ request, plan: [{ ...option, days, general_notes: name, overall_cost: name }] });
    const text = toPage(toItinerary(view, 1)!, { id: 'mine' });
    expect(text).not.toContain('<script');
    expect(text.match(/&lt;script&gt;/g)?.length).toBeGreaterThan(6);
  });
});
