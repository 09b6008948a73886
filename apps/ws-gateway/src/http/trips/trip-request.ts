import { type IncomingMessage } from 'node:http';
import { pathOf, readQuery } from '../../connections/query.js';

/** What a trip can be had as, by the ending of its address; none is the page. */
export const tripForms = ['ics', 'json', 'md', 'page'] as const;
export type TripForm = (typeof tripForms)[number];

/** A request for a trip, read. `id` is `mine` or what a link holds. */
export interface TripRequest {
  id: string;
  form: TripForm;
  /** From 1; absent: the one people mean. */
  option?: number;
  /** The rest of the query, encoded. */
  query: string;
}

type Read =
  { request: TripRequest; fault?: undefined } | { fault: { httpStatus: 400 | 404; reason: string } };

const fault = (httpStatus: 400 | 404, reason: string): Read => ({ fault: { httpStatus, reason } });

/** `/trips/<id>.ics?option=2`. Decoded strictly, for the same reason as user names are. */
export function readTripRequest({ url = '/' }: Pick<IncomingMessage, 'url'>): Read {
  const query = readQuery(url);
  if (query.fault !== undefined) return fault(400, query.fault);
  const option = query.values.get('option');
  if (option !== undefined && !/^[1-9]\d?$/.test(option)) {
    return fault(400, 'option must be a whole number from 1 to 99.');
  }
  // Ids hold letters, digits, `-`, `_` and dots, so nothing in them is ever encoded.
  const [, id, ending = 'page'] = /^\/trips\/([\w.-]+?)(?:\.(ics|json|md))?$/.exec(pathOf(url)) ?? [];
  if (id === undefined) return fault(404, 'There is no trip at this address.');
  const rest = new URLSearchParams([...query.values].filter(([name]) => name !== 'option'));
  const of = option === undefined ? {} : { option: Number(option) };
  return { request: { id, form: ending as TripForm, query: rest.toString(), ...of } };
}
