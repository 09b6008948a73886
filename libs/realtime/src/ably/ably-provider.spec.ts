import { ablyFixture } from '../conformance/adapters/ably.js';
import { describeRealtime } from '../conformance/suite.js';

describeRealtime('AblyProvider, told of messages in batches', ablyFixture('batch'));
describeRealtime('AblyProvider, told of messages one by one', ablyFixture('single'));
