import { describeKnowledge } from '../conformance/describe-knowledge.js';
import { embeddedFixture } from '../conformance/embedded-fixture.js';
import { HashingEmbedder } from '../conformance/hashing-embedder.js';

describeKnowledge(
  'embedded, on disk, words and vectors',
  embeddedFixture({ onDisk: true, embedder: () => new HashingEmbedder() }),
  {
    persistent: true,
  },
);
describeKnowledge('embedded, in memory, words alone', embeddedFixture({ onDisk: false }), {
  persistent: false,
});
