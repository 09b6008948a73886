import { sqliteFixture } from '../conformance/adapters/sqlite.js';
import { describeConversations } from '../conformance/suite.js';

describeConversations('SqliteConversations', sqliteFixture);
