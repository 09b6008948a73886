export { createEchoAgent } from './echo-agent.js';
export { createTrialAgent, type TrialSurroundings } from './trial-agent.js';
export { parseTrialScript, type TrialScript } from './trial-script.js';
