/** What plans and offers are written with, in one language: `{…}` stands where a value goes. */
export interface TripWords {
  /** Names of plan options, letters and spaces only. */
  options: Record<'cheapest' | 'balanced' | 'relaxed' | 'culture' | 'comfort' | 'packed', string>;
  /** Options made for one side of a disagreement: their titles of `{what}`, letters and spaces only, and for whom they are, `{names}`. */
  sides: {
    paces: Record<'relaxed' | 'balanced' | 'packed', string>;
    only: string;
    without: string;
    reason: string;
  };
  /** `{name}` */
  visit: string;
  meals: Record<'breakfast' | 'lunch' | 'dinner', string>;
  /** `{from}`, `{to}`; `unknown` when the way is left open. */
  legs: Record<'flight' | 'train' | 'bus' | 'self_driving' | 'taxi' | 'ferry' | 'unknown', string>;
  /** `{leg}`: begun the day before. */
  underWay: string;
  /** `{from}`, `{to}` */
  way: string;
  /** `{way}`: a day on which nothing else happens. */
  onTheWay: string;
  /** `{city}` */
  quietDay: string;
  /** `{count}`, more than one. */
  rooms: string;
  /** `{sights}`, `{total}`: what an option holds. Absent where the planner's own sentence serves. */
  reason?: string;
  sights: readonly [one: string, other: string];
  /** `{count}` */
  sumFor: readonly [one: string, other: string];
  /** `{day}` */
  assumedDay: string;
  gaps: Record<
    'transport_home' | 'transport_between' | 'lodging' | 'meals' | 'attractions' | 'diets',
    string
  >;
  sample: string;
  /** `{leg}`, `{day}`, `{time}` */
  departure: string;
  /** `{from}`, `{fromAirport}`, `{to}`, `{toAirport}`, `{day}`, `{departs}`, `{arrives}`, `{nextDay}`, `{stops}`, `{carrier}`, `{price}` */
  flight: string;
  nextDay: string;
  direct: string;
  stops: readonly [one: string, other: string];
  /** What a place to stay is; others are told as the provider says. */
  kinds: Record<'hotel' | 'apartment' | 'guesthouse' | 'hostel' | 'ryokan' | 'riad', string>;
  /** `{name}`, `{city}`, `{kind}`, `{price}` */
  stay: string;
  /** `{low}`, `{high}`, `{rain}`: degrees Celsius and percent. */
  weather: string;
  /** The same, from the climate instead of a forecast. */
  usualWeather: string;
}
