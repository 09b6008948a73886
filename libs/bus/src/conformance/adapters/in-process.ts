import { openInProcessBus } from '../../in-process/in-process-bus.js';
import { type BusFixture } from '../fixture.js';

export const inProcessFixture: BusFixture = {
  async open({ partitions }) {
    const bus = openInProcessBus({ partitions, redeliverMs: 1 });
    return { bus, join: async () => bus, close: () => bus.close() };
  },
};
