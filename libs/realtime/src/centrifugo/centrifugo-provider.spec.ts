import { centrifugoFixture } from '../conformance/adapters/centrifugo.js';
import { describeRealtime } from '../conformance/suite.js';

describeRealtime('CentrifugoProvider', centrifugoFixture);
