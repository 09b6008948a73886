import { restText, sumText } from '../constraints/money.js';
import { type OptionName, type PlanScore, type TripBlock, type TripPlan } from '../plan.js';
import { type PlanBody } from '../search/assemble.js';
import { type Draft } from '../search/draft.js';
import { type Setup } from '../search/setup.js';
import { isCulture, type Style } from '../search/style.js';

/** Figures by which options are told apart and described. */
export interface Figures {
  total: number;
  visits: number;
  visitsADay: number;
  cultureShare: number;
  lodgingRating: number;
  wayMinutes: number;
}

const shareOf = <Item>(items: readonly Item[], test: (item: Item) => boolean): number =>
  items.length === 0 ? 0 : items.filter(test).length / items.length;

const mean = (values: readonly number[], otherwise: number): number =>
  values.length === 0 ? otherwise : values.reduce((sum, value) => sum + value, 0) / values.length;

const visitsOf = (draft: Draft) =>
  draft.segments.flatMap((segment) => segment.entries.flatMap((entry) => entry.visit ?? []));

export function figuresOf(body: PlanBody, draft: Draft): Figures {
  const visits = visitsOf(draft);
  const blocks: TripBlock[] = body.days.flatMap((day) => day.blocks);
  return {
    total: body.cost.totalMinor,
    visits: visits.length,
    visitsADay: visits.length / body.days.length,
    cultureShare: shareOf(visits, (visit) => isCulture(visit.raw.tags)),
    lodgingRating: mean(
      draft.stays.flatMap((stay) => stay?.raw.rating ?? []),
      0,
    ),
    wayMinutes: blocks.reduce((sum, block) => sum + (block.move?.minutes ?? 0), 0),
  };
}

const clamp = (value: number) => Math.round(Math.max(0, Math.min(1, value)) * 1000) / 1000;

const weights: Record<OptionName, Omit<PlanScore, 'total'>> = {
  balanced: { interests: 3, pace: 2, walking: 1, price: 2, variety: 1, rating: 2 },
  cheapest: { interests: 1, pace: 1, walking: 1, price: 6, variety: 1, rating: 1 },
  relaxed: { interests: 2, pace: 3, walking: 3, price: 1, variety: 1, rating: 2 },
  culture: { interests: 5, pace: 2, walking: 1, price: 1, variety: 1, rating: 2 },
  comfort: { interests: 2, pace: 2, walking: 1, price: 0, variety: 1, rating: 5 },
  packed: { interests: 3, pace: 3, walking: 0, price: 1, variety: 3, rating: 1 },
};

export function scoreOf(
  setup: Setup,
  body: PlanBody,
  draft: Draft,
  style: Style,
  cheapest: number,
): PlanScore {
  const visits = visitsOf(draft);
  const meals = draft.segments.flatMap((segment) => segment.entries.flatMap((entry) => entry.meal ?? []));
  const rated = [...visits, ...meals, ...draft.stays].flatMap((item) => item?.raw.rating ?? []);
  const { interests } = setup.request;
  const parts = {
    interests:
      interests.length === 0
        ? 1
        : shareOf(visits, (visit) => visit.raw.tags.some((tag) => interests.includes(tag))),
    pace: 1 - Math.abs(visits.length / body.days.length - style.visitsADay) / style.visitsADay,
    walking: 1 - body.walkingKm / body.days.length / 8,
    price: body.cost.totalMinor === 0 ? 1 : cheapest / body.cost.totalMinor,
    variety:
      visits.length === 0
        ? 0
        : new Set(visits.map((visit) => visit.raw.kind)).size / Math.min(visits.length, 8),
    rating: mean(rated, 3.5) / 5,
  };
  const names = Object.keys(parts) as (keyof typeof parts)[];
  const own = weights[style.name];
  const sum = names.reduce((total, name) => total + own[name], 0);
  const total = names.reduce((all, name) => all + own[name] * clamp(parts[name]), 0) / sum;
  const scores = Object.fromEntries(names.map((name) => [name, clamp(parts[name])])) as Omit<
    PlanScore,
    'total'
  >;
  return { ...scores, total: clamp(total) };
}

export const titles: Record<OptionName, string> = {
  cheapest: 'Cheapest',
  balanced: 'Balanced',
  relaxed: 'Relaxed',
  culture: 'Culture first',
  comfort: 'More comfort',
  packed: 'See the most',
};

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
const aDay = (value: number) => `${Math.round(value * 10) / 10} a day`;

/** One line with figures that are true of the plan. */
export function reasonOf(plan: Omit<TripPlan, 'reason' | 'title'>, figures: Figures, budget: number): string {
  const { currency } = plan.cost;
  const total = sumText(plan.cost.totalMinor, currency);
  const left =
    budget < Infinity ? `, ${restText(budget, plan.cost.totalMinor, currency)} under the budget` : '';
  const sights = plural(figures.visits, 'sight');
  if (plan.name === 'cheapest') return `The lowest total of these, ${total}${left}, with ${sights}.`;
  if (plan.name === 'relaxed')
    return `${sights}, ${aDay(figures.visitsADay)}, and ${figures.wayMinutes} minutes on the way in all, for ${total}.`;
  if (plan.name === 'culture') {
    return `${Math.round(figures.cultureShare * 100)} % of ${sights} are museums, art, history and the like, for ${total}.`;
  }
  if (plan.name === 'comfort')
    return `Lodging rated ${figures.lodgingRating.toFixed(1)} on average, with ${sights}, for ${total}${left}.`;
  if (plan.name === 'packed') return `${sights}, ${aDay(figures.visitsADay)}, for ${total}.`;
  return `${sights} that fit the wishes best for their price, ${total}${left}.`;
}
