import { type Travellers, type TripRequest, type TripView } from '@travellite/protocol';
import { formatDates } from './dates.js';
import { formatBudget } from './money.js';

/** One line of the trip summary. */
export interface TripFact {
  label: string;
  value: string;
}

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** `2 adults, 1 child (6)`. */
export function formatTravellers({ adults, children, infants = 0, childAges = [] }: Travellers): string {
  const ages = childAges.length > 0 ? ` (${childAges.join(', ')})` : '';
  return [
    adults > 0 && plural(adults, 'adult', 'adults'),
    children > 0 && plural(children, 'child', 'children') + ages,
    infants > 0 && plural(infants, 'infant', 'infants'),
  ]
    .filter((part) => part !== false)
    .join(', ');
}

/** Words for a field or tag name of the protocol: `local_life` and `localLife` become `local life`. */
export const inWords = (name: string): string =>
  name
    .replaceAll('_', ' ')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();

export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `Tokyo and Kyoto`, or what to call a trip without a destination. */
export function tripTitle(request: TripRequest): string {
  const names = request.destinations.map(({ name }) => name);
  return names.length > 0 ? new Intl.ListFormat('en').format(names) : 'Your trip';
}

const wishes = (request: TripRequest): (TripFact | undefined)[] => {
  const { pace, cuisines = [], diets = [], interests } = request;
  const fact = (label: string, names: string[]) =>
    names.length > 0 ? { label, value: sentenceCase(names.map(inWords).join(', ')) } : undefined;
  return [
    fact('Interests', interests),
    fact('Food', [...cuisines, ...diets]),
    fact('Pace', pace ? [pace] : []),
    fact('Wants to see', request.mustSee ?? []),
  ];
};

/** What is known about the trip, one line each, in the order a person would say it. */
export function tripFacts(request: TripRequest): TripFact[] {
  const { origin, dates, budget, budgetUnlimited, travellers } = request;
  const when = dates && formatDates(dates);
  const who = travellers && formatTravellers(travellers);
  const facts: (TripFact | undefined)[] = [
    when ? { label: 'When', value: sentenceCase(when) } : undefined,
    who ? { label: 'Who', value: who } : undefined,
    origin && { label: 'From', value: origin.name },
    budget
      ? { label: 'Budget', value: sentenceCase(formatBudget(budget)) }
      : budgetUnlimited
        ? { label: 'Budget', value: 'No limit' }
        : undefined,
    ...wishes(request),
  ];
  return facts.filter((fact) => fact !== undefined);
}

const asked: Record<string, string> = {
  destination: 'where to',
  destinations: 'where to',
  dates: 'when',
  length: 'for how long',
  origin: 'where from',
  budget: 'budget',
  travellers: 'how many travel',
};

/** What the agent still asks for, in words. */
export const missingInWords = (missing: string[]): string[] =>
  missing.map((name) => asked[name] ?? inWords(name));

/** Nothing is known, wished or found. What is missing says nothing yet. */
export const isEmptyTrip = ({ request, pois, requirements, plan }: TripView): boolean =>
  request.destinations.length + pois.length + requirements.length + plan.length === 0 &&
  tripFacts(request).length === 0;
