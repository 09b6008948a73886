import { type Budget, type Destination, type Money, type TripRequest } from '@travellite/protocol';
import { minorDigits } from '../money/currency.js';
import { type Understanding } from '../understanding.js';
import { type Slots } from './row.js';

const amount = ({ amountMinor, currency }: Money): number => amountMinor / 10 ** minorDigits(currency);

function budgetSlot(budget: Budget): string {
  const low = budget.min ? `${amount(budget.min)}-` : '';
  const kind = budget.kind === 'about' ? ' about' : '';
  const scope = budget.scope === 'total' ? '' : ` ${budget.scope}`;
  return `${low}${amount(budget.max)} ${budget.max.currency}${scope}${kind}`;
}

/** Two places of one name in one country are told apart by their state. */
const apart = new Set([
  'Portland',
  'Springfield',
  'Columbus',
  'Charleston',
  'Arlington',
  'Paris',
  'Richmond',
  'Rochester',
  'Jacksonville',
  'Georgia',
  'San Jose',
  'Birmingham',
  'Aurora',
  'St. Petersburg',
  'Manchester',
  'Cambridge',
  'Kansas City',
  'Victoria',
  'Valencia',
  'Córdoba',
  'Naples',
  'Vancouver',
  'London',
  'Athens',
  'Rome',
  'Toledo',
  'Alexandria',
]);
const usual: Record<string, string> = {
  Paris: 'FR',
  London: 'GB',
  Rome: 'IT',
  Athens: 'GR',
  Naples: 'IT',
  Valencia: 'ES',
  Cordoba: 'ES',
  Vancouver: 'CA',
  Birmingham: 'GB',
  Manchester: 'GB',
  Cambridge: 'GB',
  Alexandria: 'EG',
};

function destinationSlot(place: Destination): string {
  const home = usual[place.name] === place.country;
  const where =
    apart.has(place.name) && !home
      ? `, ${place.kind === 'country' ? 'country' : (place.region ?? place.country)}`
      : '';
  return `${place.name}${where}${place.nights === undefined ? '' : ` ${place.nights}n`}${place.during === undefined ? '' : ` @${place.during.from}-${place.during.to}`}${place.cityCount === undefined ? '' : ` x${place.cityCount}`}`;
}

function peopleSlot({ travellers }: TripRequest): string {
  if (!travellers) return '';
  const { adults, children, infants, childAges } = travellers;
  const young = infants ? `+${children}+${infants}` : children > 0 ? `+${children}` : '';
  return `${adults}${young}${childAges ? ` (${childAges.join(',')})` : ''}`;
}

function datesSlot({ dates }: TripRequest): string {
  if (!dates) return '';
  if (dates.window) return `[${dates.window.from}..${dates.window.to}]`;
  return dates.start || dates.end ? `${dates.start ?? ''}..${dates.end ?? ''}` : '';
}

function lengthSlot({ dates }: TripRequest): string {
  return [
    dates?.days === undefined ? '' : `${dates.days}d`,
    dates?.nights === undefined ? '' : `${dates.nights}n`,
  ]
    .join(' ')
    .trim();
}

const list = (items: readonly string[] | undefined): string => [...(items ?? [])].sort().join(' ');

function tripSlots(request: TripRequest): Slots {
  const { origin, budget, lodging, transport } = request;
  return {
    from: origin ? destinationSlot(origin) : '',
    to: request.destinations.map(destinationSlot).join(' + '),
    dates: datesSlot(request),
    length: lengthSlot(request),
    budget: budget ? budgetSlot(budget) : request.budgetUnlimited ? 'unlimited' : '',
    people: peopleSlot(request),
    ...lodgingSlots(lodging),
    by: list(transport?.wanted),
    notBy: list(transport?.refused),
    direct: transport?.directOnly ? 'yes' : '',
    cabin: transport?.cabin ?? '',
  };
}

const lodgingSlots = (lodging: TripRequest['lodging']): Slots => ({
  room: lodging?.roomType ?? '',
  rules: list(lodging?.allow),
  lodging: list(lodging?.wanted),
  noLodging: list(lodging?.avoid),
  stars: String(lodging?.minStars ?? ''),
});

const tasteSlots = (request: TripRequest): Slots => ({
  likes: list(request.interests),
  dislikes: list(request.avoidInterests),
  pace: request.pace ?? '',
  cuisines: list(request.cuisines),
  diets: list(request.diets),
  see: (request.mustSee ?? []).join(', '),
  skip: (request.avoid ?? []).join(', '),
});

const filled = (slots: Slots): Slots =>
  Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== ''));

/** What is known of a trip, in the notation of the gold set. Empty slots are left out. */
export const requestSlots = (request: TripRequest): Slots =>
  filled({ ...tripSlots(request), ...tasteSlots(request) });

/** What was understood from one message, in the same notation. */
export function slotsOf(understood: Understanding): Slots {
  const { request, reference } = understood;
  return filled({
    ...requestSlots(request),
    ambiguous: (understood.ambiguous ?? []).map(({ said }) => said).join(', '),
    acts: understood.acts.join(' '),
    language: understood.language,
    reference: [reference?.option, reference?.wish].filter((part) => part !== undefined).join(' '),
  });
}
