import { type ModelToolCall } from '@travellite/model';
import { type FlightOffer, type Stay } from '@travellite/protocol';
import { type DayWeather } from '@travellite/travel-tools';
import { type Wording, wordingFor } from '../plan/wording.js';
import { type Find } from '../turn-work.js';

type Lines = Pick<Find, 'lines' | 'source' | 'sample'>;
type Offer = { source: string; sample: boolean };

/** A tool's results in words, best first. Results of a tool that is not listed are data for the model only. */
export function offerLines(
  { name, args }: Pick<ModelToolCall, 'name' | 'args'>,
  results: readonly unknown[],
  language: string,
): Lines | undefined {
  const offers = results as readonly Offer[];
  const [first] = offers;
  if (!first) return undefined;
  const from = { source: first.source, sample: offers.some(({ sample }) => sample) };
  const wording = wordingFor(language);
  switch (name) {
    case 'searchFlights':
      return {
        ...from,
        lines: (results as readonly FlightOffer[]).slice(0, 3).map((one) => flightLine(one, wording)),
      };
    case 'searchStays':
      return {
        ...from,
        lines: (results as readonly Stay[]).slice(0, 3).map((one) => stayLine(one, wording)),
      };
    case 'getWeather':
      return { ...from, lines: [weatherLine(args, results as readonly DayWeather[], wording)] };
    default:
      return undefined;
  }
}

function flightLine(flight: FlightOffer, { words, fill, count, place, day, time, money }: Wording): string {
  const { from, to, fromAirport, toAirport, departs, arrives, stops, carrier, price } = flight;
  return fill(words.flight, {
    ...{ fromAirport, toAirport, carrier },
    from: place(from),
    to: place(to),
    day: day(departs.slice(0, 10)),
    departs: time(minuteOf(departs)),
    arrives: time(minuteOf(arrives)),
    nextDay: arrives.slice(0, 10) > departs.slice(0, 10) ? words.nextDay : '',
    stops: stops === 0 ? words.direct : count(words.stops, stops),
    price: money(price),
  });
}

const minuteOf = (local: string) => Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));

const stayLine = (
  { name, kind, city, pricePerNight }: Stay,
  { words, fill, place, money }: Wording,
): string =>
  fill(words.stay, {
    name,
    city: place(city),
    kind: Object.hasOwn(words.kinds, kind)
      ? words.kinds[kind as keyof typeof words.kinds]
      : kind.replaceAll('_', ' '),
    price: money(pricePerNight),
  });

/** Several cities of a trip are asked about at once, so each line says which it is of. */
function weatherLine(
  { city }: Record<string, unknown>,
  days: readonly DayWeather[],
  { words, fill, place }: Wording,
): string {
  const rain = days.reduce((sum, { rainChance }) => sum + rainChance, 0) / days.length;
  const weather = fill(days.some(({ basis }) => basis === 'normal') ? words.usualWeather : words.weather, {
    low: Math.round(Math.min(...days.map(({ lowC }) => lowC))),
    high: Math.round(Math.max(...days.map(({ highC }) => highC))),
    rain: Math.round(rain * 100),
  });
  return typeof city === 'string' ? `${place(city)}: ${weather}` : weather;
}
