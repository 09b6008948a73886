import { type Budget, interestTags, type TripRequest } from '@travellite/protocol';
import { type Member } from './room-state.js';

/** Members who want the same, by user id in one fixed order. */
export interface Side {
  members: string[];
  /** What they want, as the part of a request that says it. */
  wish: Partial<TripRequest>;
}

/**
 * Wishes that do not go together. `differ`: each side likes something else; `oppose`: the first side wants what the second does not.
 */
export interface Conflict {
  topic: 'interests' | 'pace' | 'budget' | 'dates' | 'places';
  kind: 'differ' | 'oppose';
  sides: Side[];
}

/** What members want together, and where they do not agree. */
export interface MergedWishes {
  conflicts: Conflict[];
  liked: string[];
  avoided: string[];
  /** Liked by some and not wanted by others: neither until they agree. */
  contested: string[];
  /** The lowest of budgets that can be compared; that another member needs no limit does not lift it. */
  budget?: Budget;
  /** What holds of budgets that cannot be compared, where the trip has none of them: that of most members. */
  usualBudget?: Budget;
}

type Wishing = Pick<Member, 'userId' | 'wishes'>;

const rank = (tag: string) => {
  const index = (interestTags as readonly string[]).indexOf(tag);
  return index === -1 ? interestTags.length : index;
};
const byRank = (a: string, b: string) => rank(a) - rank(b) || (a < b ? -1 : 1);
/** By code unit, so that the result is the same on every machine. */
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What all members want. Independent of their order, and of how often anybody says the same. */
export function mergeWishes(members: readonly Wishing[]): MergedWishes {
  const liked = union(members, ({ wishes }) => wishes.interests);
  const avoided = union(members, ({ wishes }) => wishes.avoidInterests ?? []);
  const contested = liked.filter((tag) => avoided.includes(tag));
  const budgets = sidesBy(
    members,
    ({ budget }) => budget,
    ({ max, scope }) => `${max.amountMinor} ${max.currency} ${scope}`,
  );
  const lowest = lowestBudget(budgets.map(({ value }) => value));
  const usual = lowest ?? usualBudget(budgets);
  return {
    liked,
    avoided,
    contested,
    ...(lowest ? { budget: lowest } : {}),
    ...(usual ? { usualBudget: usual } : {}),
    conflicts: [
      ...differentTastes(members),
      ...contested.map((tag) => opposed(members, tag)),
      ...paces(members),
      ...differentBudgets(members, budgets),
      ...dates(members),
      ...places(members),
    ],
  };
}

const union = (members: readonly Wishing[], of: (member: Wishing) => readonly string[]): string[] =>
  [...new Set(members.flatMap(of))].sort(byRank);

const differ = (topic: Conflict['topic'], sides: Side[]): Conflict => ({ topic, kind: 'differ', sides });

/** Members grouped by a value, in an order that does not depend on theirs. Whoever has none is on no side. */
function sidesBy<T>(
  members: readonly Wishing[],
  of: (wishes: TripRequest) => T | undefined,
  key: (value: T) => string,
): { members: string[]; value: T; key: string }[] {
  const groups = new Map<string, { members: string[]; value: T; key: string }>();
  for (const { userId, wishes } of members) {
    const value = of(wishes);
    if (value === undefined) continue;
    const name = key(value);
    const group = groups.get(name) ?? { members: [], value, key: name };
    group.members = [...new Set([...group.members, userId])].sort(byText);
    groups.set(name, group);
  }
  return [...groups.values()].sort((a, b) => byText(a.key, b.key));
}

/** Each likes something, and nobody likes anything that another does. */
function differentTastes(members: readonly Wishing[]): Conflict[] {
  const tastes = sidesBy(
    members,
    ({ interests }) => (interests.length === 0 ? undefined : [...interests].sort(byRank)),
    (tags) => tags.join(','),
  );
  const all = tastes.flatMap(({ value }) => value);
  if (tastes.length < 2 || new Set(all).size < all.length) return [];
  return [
    differ(
      'interests',
      tastes.map(({ members: ids, value }) => ({ members: ids, wish: { interests: value } })),
    ),
  ];
}

function opposed(members: readonly Wishing[], tag: string): Conflict {
  const those = (list: (wishes: TripRequest) => readonly string[]) =>
    whoever(members, (wishes) => list(wishes).includes(tag));
  return {
    topic: 'interests',
    kind: 'oppose',
    sides: [
      { members: those(({ interests }) => interests), wish: { interests: [tag] } },
      { members: those(({ avoidInterests = [] }) => avoidInterests), wish: { avoidInterests: [tag] } },
    ],
  };
}

const whoever = (members: readonly Wishing[], wants: (wishes: TripRequest) => boolean): string[] =>
  [...new Set(members.flatMap(({ userId, wishes }) => (wants(wishes) ? [userId] : [])))].sort(byText);

function paces(members: readonly Wishing[]): Conflict[] {
  const sides = sidesBy(
    members,
    ({ pace }) => pace,
    (pace) => pace,
  );
  return sides.length < 2
    ? []
    : [
        differ(
          'pace',
          sides.map(({ members: ids, value }) => ({ members: ids, wish: { pace: value } })),
        ),
      ];
}

interface BudgetSide {
  members: string[];
  value: Budget;
}

/** To need no limit is a side of its own as soon as somebody has one. */
function differentBudgets(members: readonly Wishing[], budgets: readonly BudgetSide[]): Conflict[] {
  const boundless = whoever(members, ({ budget, budgetUnlimited }) => !budget && budgetUnlimited === true);
  const sides: Side[] = [
    ...budgets.map(({ members: ids, value }) => ({ members: ids, wish: { budget: value } })),
    ...(boundless.length > 0 ? [{ members: boundless, wish: { budgetUnlimited: true } }] : []),
  ];
  return budgets.length > 0 && sides.length > 1 ? [differ('budget', sides)] : [];
}

/** Only budgets of one currency and scope can be compared. */
function lowestBudget([first, ...others]: readonly Budget[]): Budget | undefined {
  if (!first) return undefined;
  const alike = others.every(
    ({ max, scope }) => max.currency === first.max.currency && scope === first.scope,
  );
  if (!alike) return undefined;
  return others.reduce((low, one) => (one.max.amountMinor < low.max.amountMinor ? one : low), first);
}

/** Of budgets in one fixed order, that of most members. */
const usualBudget = (sides: readonly BudgetSide[]): Budget | undefined =>
  [...sides].sort((a, b) => b.members.length - a.members.length)[0]?.value;

/** The days in which a trip must lie by what a member said; none when that is open. */
function spanOf({ dates }: TripRequest): { from: string; to: string } | undefined {
  const from = dates?.start ?? dates?.window?.from;
  const to = dates?.end ?? dates?.window?.to ?? dates?.start;
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** Dates disagree when there are two members whose days share none; March and the third of March go together. */
function dates(members: readonly Wishing[]): Conflict[] {
  const sides = sidesBy(
    members,
    (wishes) => spanOf(wishes) && wishes.dates,
    (value) => {
      const span = spanOf({ dates: value, destinations: [], interests: [] });
      return `${span?.from} ${span?.to}`;
    },
  );
  const spans = sides.map(({ value }) => spanOf({ dates: value, destinations: [], interests: [] }));
  const apart = spans.some((one, index) =>
    spans.slice(index + 1).some((other) => one && other && (one.to < other.from || other.to < one.from)),
  );
  return apart
    ? [
        differ(
          'dates',
          sides.map(({ members: ids, value }) => ({ members: ids, wish: { dates: value } })),
        ),
      ]
    : [];
}

/** A place that one wants to see and another does not. */
function places(members: readonly Wishing[]): Conflict[] {
  const fold = (name: string) => name.toLowerCase();
  const wanted = ({ destinations, mustSee = [] }: TripRequest) => [
    ...destinations.map(({ name }) => name),
    ...mustSee,
  ];
  const unwanted = members.flatMap(({ wishes }) => wishes.avoid ?? []);
  const contested = new Map<string, string>();
  for (const name of members.flatMap(({ wishes }) => wanted(wishes)).sort(byText)) {
    if (unwanted.some((other) => fold(other) === fold(name)) && !contested.has(fold(name)))
      contested.set(fold(name), name);
  }
  return [...contested.values()].map((name): Conflict => ({
    topic: 'places',
    kind: 'oppose',
    sides: [
      {
        members: whoever(members, (wishes) => wanted(wishes).some((one) => fold(one) === fold(name))),
        wish: { mustSee: [name] },
      },
      {
        members: whoever(members, ({ avoid = [] }) => avoid.some((one) => fold(one) === fold(name))),
        wish: { avoid: [name] },
      },
    ],
  }));
}
