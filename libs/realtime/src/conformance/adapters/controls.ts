import { type RealtimeService } from '@travellite/realtime-service';
import { type ServiceControls } from '../fixture.js';

/** What a case may do to the local service. */
export const controlsOf = (service: RealtimeService): ServiceControls => ({
  cut: () => void service.drop('server'),
  refuse: (on) => service.faults.set({ refuse: on }),
  loseAcks: (on) => service.faults.set({ acks: { lose: on ? 1 : 0 } }),
  restart: () => service.restart(),
  end: () => service.close(),
});
