import { nativeFixture } from '../conformance/adapters/native.js';
import { describeRealtime } from '../conformance/suite.js';

describeRealtime('NativeProvider', nativeFixture);
