import { type TripRequest } from '@travellite/protocol';
import { type TurnWork } from '../turn-work.js';
import { deciders } from './room-state.js';

/** Unless somebody says otherwise, those who plan a trip together go together: viewers do not count. */
export function withGroup({ room }: Pick<TurnWork['state'], 'room'>, request: TripRequest): TripRequest {
  const adults = room ? deciders(room).length : 0;
  return request.travellers || adults < 2 ? request : { ...request, travellers: { adults, children: 0 } };
}
