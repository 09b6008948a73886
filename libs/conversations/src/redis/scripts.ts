import { readFileSync } from 'node:fs';

/** The steps of the store, one Lua file each in `lua/`. */
export const stepNames = [
  'accept',
  'claim',
  'commit',
  'emit',
  'feed-position',
  'forget',
  'give-up',
  'inspect',
  'load',
  'read-events',
  'release',
  'renew',
  'replay',
  'revoke',
  'snapshot',
] as const;
export type StepName = (typeof stepNames)[number];

const read = (name: string) => readFileSync(new URL(`../../lua/${name}.lua`, import.meta.url), 'utf8');

/** The text of every script: the steps stand behind the common prelude, `recover` alone. */
export function readScripts(): Record<StepName | 'recover', string> {
  const prelude = read('prelude');
  const steps = stepNames.map((name) => [name, `${prelude}\n${read(name)}`] as const);
  return Object.fromEntries([...steps, ['recover', read('recover')]]) as Record<StepName | 'recover', string>;
}
