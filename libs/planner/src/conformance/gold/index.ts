export { type GoldCase, type Level } from './case.js';
export { goldCases } from './gold-cases.js';
export { measure, type Outcome, table } from './measure.js';
export { Random } from '../random.js';
export { makeWorld, originName, usd, type WorldShape } from '../world.js';
