import { openNatsFixture } from '../conformance/adapters/nats.js';
import { type BusFixture } from '../conformance/fixture.js';
import { describeBus } from '../conformance/suite.js';

if (process.env['TRAVELLITE_SKIP_SERVERS'] === '1') {
  describe.skip('NatsBus (TRAVELLITE_SKIP_SERVERS is set)', () => test.todo('needs a NATS server'));
} else {
  let fixture: Awaited<ReturnType<typeof openNatsFixture>>;
  beforeAll(async () => {
    fixture = await openNatsFixture();
  });
  afterAll(() => fixture.close());

  const late: BusFixture = { patienceMs: 10_000, open: (options) => fixture.open(options) };
  describeBus('NatsBus', late);
}
