import { type TripRequest } from '@travellite/protocol';
import { dayNumber } from '../constraints/calendar.js';
import { sumText } from '../constraints/money.js';
import { type Blocking, type Infeasible, type Relaxation } from '../report.js';
import { type Setup } from '../search/setup.js';
import { type Change, fewerCities, otherDates, otherLengths, raisedBudget } from './changes.js';
import { dataFacts } from './data-facts.js';
import { type Probe } from './probe.js';
import { type Wish, wishesOf } from './wishes.js';

const relaxationsShown = 5;
const conflictsNamed = 3;

/** A wish together with what giving it up alone leads to. */
interface Tried {
  wish: Wish;
  request: TripRequest;
  helps: boolean;
}

const tryWishes = (request: TripRequest, probe: Probe): Tried[] =>
  wishesOf(request).map((wish) => {
    const without = wish.without(request);
    return { wish, request: without, helps: probe.find(without) !== undefined };
  });

/**
 * A smallest set of wishes that cannot hold together: every wish that helps by itself belongs to it; of the others each is
 * taken out as long as nothing becomes possible.
 */
function conflict(request: TripRequest, tried: readonly Tried[], probe: Probe): Wish[] {
  let current = request;
  const kept: Wish[] = [];
  for (const { wish, helps } of tried) {
    const without = wish.without(current);
    if (helps || probe.find(without) !== undefined) kept.push(wish);
    else current = without;
  }
  return kept;
}

function budgetNote(request: TripRequest, wish: Wish, probe: Probe): string | undefined {
  const found = probe.find(wish.without(request));
  if (wish.code !== 'budget' || found === undefined) return undefined;
  const cheapest = sumText(found.draft.total, found.setup.demands.currency);
  return `With everything else as asked, the cheapest trip found costs ${cheapest}.`;
}

/** Why a wish blocks: a fact where there is one, else with which other wishes it does not go together. */
function blockingOf(request: TripRequest, wish: Wish, all: readonly Wish[], probe: Probe): Blocking {
  const others = all.filter((one) => one !== wish).map((one) => `“${one.words}”`);
  const rest =
    others.length === 0 ? 'with everything else as asked' : `together with ${others.join(' and ')}`;
  const general = `The wish “${wish.words}” cannot be met ${rest}.`;
  return {
    code: wish.code,
    wish: wish.words,
    message: budgetNote(request, wish, probe) ?? (others.length === 0 ? wish.fact : undefined) ?? general,
    ...(wish.subject === undefined ? {} : { subject: wish.subject }),
  };
}

const asRelaxation = (
  change: Change,
  given: readonly Wish[],
  probe: Probe,
): (Relaxation & { hurts: number }) | undefined => {
  const found = probe.find(change.request);
  if (found === undefined || !probe.proves(change.request)) return undefined;
  const total = { amountMinor: found.draft.total, currency: found.setup.demands.currency };
  return {
    code: change.code,
    message: change.message,
    request: change.request,
    total,
    gives: given.length,
    givenUp: given.map(({ code, words, subject }) => ({
      code,
      wish: words,
      ...(subject === undefined ? {} : { subject }),
    })),
    hurts: change.hurts,
  };
};

/** Changes of one thing, nearest first within each kind; only the nearest of a kind that works is kept. */
function singleChanges(
  setup: Setup,
  tried: readonly Tried[],
  probe: Probe,
  today: number,
): (Relaxation & { hurts: number })[] {
  const { request } = setup;
  const found: (Relaxation & { hurts: number })[] = [];
  const firstOf = (changes: readonly Change[]) => {
    for (const change of changes) {
      const works = asRelaxation(change, [], probe);
      if (works !== undefined) return found.push(works);
    }
    return 0;
  };
  for (const { wish, request: without, helps } of tried) {
    if (!helps) continue;
    const raised = wish.code === 'budget' ? raisedBudget(request, probe.find(without)!) : undefined;
    const change = raised ?? { code: wish.code, message: wish.advice, hurts: wish.hurts, request: without };
    const works = asRelaxation(change, raised === undefined ? [wish] : [], probe);
    if (works !== undefined) found.push(works);
  }
  firstOf(fewerCities(request));
  firstOf(otherDates(request, today));
  firstOf(otherLengths(request, setup));
  return found;
}

/**
 * When no single change helps: the fewest wishes to give up together that this way of looking finds. Everything is given
 * up, then what hurts most is taken back as long as the trip stays possible.
 */
function severalChanges(
  setup: Setup,
  wishes: readonly Wish[],
  probe: Probe,
): (Relaxation & { hurts: number })[] {
  const without = (given: readonly Wish[]) =>
    given.reduce((request, wish) => wish.without(request), setup.request);
  let given = [...wishes].sort((a, b) => b.hurts - a.hurts);
  if (given.length < 2 || probe.find(without(given)) === undefined) return [];
  for (const wish of [...given]) {
    const fewer = given.filter((one) => one !== wish);
    if (probe.find(without(fewer)) !== undefined) given = fewer;
  }
  const others = given.filter((wish) => wish.code !== 'budget');
  const raised =
    others.length < given.length ? raisedBudget(without(others), probe.find(without(given))!) : undefined;
  const advice = [...others.map((wish) => wish.advice), ...(raised === undefined ? [] : [raised.message])];
  const hurts = others.reduce((sum, wish) => sum + wish.hurts, raised?.hurts ?? 0);
  const change: Change = {
    code: given[0]!.code,
    message: advice.join(' '),
    hurts,
    request: raised?.request ?? without(given),
  };
  const works = asRelaxation(change, others, probe);
  return works === undefined ? [] : [works];
}

/** Facts of the data when no wish is to blame. */
function dataBlocking(setup: Setup): Blocking[] {
  const cities = setup.wishes.cities.join(', ');
  return [
    {
      code: 'leg_missing',
      wish: `a trip to ${cities} on these days`,
      message: `The data has no way to spend ${setup.span.days} days in ${cities}: a connection or lodging is missing.`,
      subject: cities,
    },
  ];
}

/** Sets of wishes that cannot hold together, one after the other is given up, until the trip is possible. */
function conflicts(setup: Setup, tried: readonly Tried[], probe: Probe): Blocking[] {
  const found: Blocking[] = [];
  let request = setup.request;
  let left = tried;
  for (let round = 0; round < conflictsNamed && probe.find(request) === undefined; round += 1) {
    const wishes = conflict(request, left, probe);
    if (wishes.length === 0) break;
    found.push(...wishes.map((wish) => blockingOf(request, wish, wishes, probe)));
    request = wishes.reduce((from, wish) => wish.without(from), request);
    left = left
      .filter(({ wish }) => !wishes.includes(wish))
      .map(({ wish }) => ({ wish, request: wish.without(request), helps: false }));
  }
  return found;
}

/** Names what blocks a request that cannot be planned, and the smallest changes with which it can; each was planned and checked. */
export function explain(setup: Setup, probe: Probe, today: string, proven: boolean): Infeasible {
  const tried = tryWishes(setup.request, probe);
  const faults = setup.faults.map(({ code, message, subject }): Blocking => ({
    code,
    message,
    wish: subject,
    subject,
  }));
  const named = faults.length > 0 ? faults : [...dataFacts(setup), ...conflicts(setup, tried, probe)];
  const single = singleChanges(setup, tried, probe, dayNumber(today) ?? 0);
  const all = tried.map(({ wish }) => wish);
  const relaxations = single.length > 0 ? single : severalChanges(setup, all, probe);
  return {
    blocking: named.length > 0 ? named : dataBlocking(setup),
    relaxations: relaxations
      .sort((a, b) => a.hurts - b.hurts)
      .slice(0, relaxationsShown)
      .map(({ hurts: _hurts, ...relaxation }) => relaxation),
    proven,
  };
}
