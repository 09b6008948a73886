import { openRedisFixture } from '../conformance/adapters/redis.js';
import { type ConversationsFixture } from '../conformance/fixture.js';
import { describeConversations } from '../conformance/suite.js';

if (process.env['TRAVELLITE_SKIP_SERVERS'] === '1') {
  describe.skip('RedisConversations (TRAVELLITE_SKIP_SERVERS is set)', () =>
    test.todo('needs a Redis server'));
} else {
  let fixture: Awaited<ReturnType<typeof openRedisFixture>>;
  beforeAll(async () => {
    fixture = await openRedisFixture();
  });
  afterAll(() => fixture.close());

  const late: ConversationsFixture = { movesClock: true, open: (options) => fixture.open(options) };
  describeConversations('RedisConversations', late);
}
