import { type FlightOffer, type Stay } from '@travellite/protocol';
import { type DayWeather } from '@travellite/travel-tools';
import { clock, shortDay } from '../plan/clock.js';
import { plainMoney } from '../require/wish-lines.js';
import { type Find } from '../turn-work.js';

type Lines = Pick<Find, 'lines' | 'source' | 'sample'>;
type Offer = { source: string; sample: boolean };

/** A tool's results in words, best first. Results of a tool that is not listed are data for the model only. */
export function offerLines(tool: string, results: readonly unknown[]): Lines | undefined {
  const offers = results as readonly Offer[];
  const [first] = offers;
  if (!first) return undefined;
  const from = { source: first.source, sample: offers.some(({ sample }) => sample) };
  switch (tool) {
    case 'searchFlights':
      return { ...from, lines: (results as readonly FlightOffer[]).slice(0, 3).map(flightLine) };
    case 'searchStays':
      return { ...from, lines: (results as readonly Stay[]).slice(0, 3).map(stayLine) };
    case 'getWeather':
      return { ...from, lines: [weatherLine(results as readonly DayWeather[])] };
    default:
      return undefined;
  }
}

function flightLine(flight: FlightOffer): string {
  const { from, to, fromAirport, toAirport, departs, arrives, stops, carrier, price } = flight;
  const nextDay = arrives.slice(0, 10) > departs.slice(0, 10) ? ' the next day' : '';
  const way = stops === 0 ? 'direct' : `${stops} ${stops === 1 ? 'stop' : 'stops'}`;
  return (
    `${from} (${fromAirport}) to ${to} (${toAirport}) on ${shortDay(departs.slice(0, 10))}, ` +
    `${clock(minuteOf(departs))} to ${clock(minuteOf(arrives))}${nextDay}, ${way} with ${carrier}, ${plainMoney(price)} per adult`
  );
}

const minuteOf = (local: string) => Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));

const stayLine = ({ name, kind, city, pricePerNight }: Stay) =>
  `${name} in ${city} (${kind.replaceAll('_', ' ')}), ${plainMoney(pricePerNight)} per night`;

function weatherLine(days: readonly DayWeather[]): string {
  const highs = days.map(({ highC }) => highC);
  const lows = days.map(({ lowC }) => lowC);
  const rain = days.reduce((sum, { rainChance }) => sum + rainChance, 0) / days.length;
  const usual = days.some(({ basis }) => basis === 'normal') ? 'usually ' : '';
  return `${usual}${Math.round(Math.min(...lows))} to ${Math.round(Math.max(...highs))} °C, chance of rain ${Math.round(rain * 100)} % a day`;
}
