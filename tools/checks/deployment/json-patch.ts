import { type Resource } from './resource.js';

/** One step of a JSON Patch (RFC 6902); the three that our kustomizations use. */
export interface PatchStep {
  op: string;
  path: string;
  value?: unknown;
}

type Container = Record<string, unknown> | unknown[];

/** A changed copy. Throws when a path leads nowhere, as kustomize does. */
export function applyPatch(resource: Resource, steps: readonly PatchStep[]): Resource {
  const copy = structuredClone(resource);
  for (const step of steps) applyStep(copy, step);
  return copy;
}

function applyStep(root: Resource, { op, path, value }: PatchStep): void {
  const keys = path
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = keys.pop() ?? '';
  const holder = keys.reduce<unknown>((inner, key) => child(inner, key), root);
  if (typeof holder !== 'object' || holder === null) throw new Error(`${path} leads nowhere`);
  if (op !== 'add' && child(holder, last) === undefined) throw new Error(`${path} is not there to ${op}`);
  change(holder as Container, last, op, structuredClone(value));
}

const child = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;

function change(holder: Container, key: string, op: string, value: unknown): void {
  if (op === 'remove') {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  } else if (op === 'add' && Array.isArray(holder)) {
    holder.splice(key === '-' ? holder.length : Number(key), 0, value);
  } else if (op === 'add' || op === 'replace') {
    (holder as Record<string, unknown>)[key] = value;
  } else {
    throw new Error(`the operation ${op} is not known here`);
  }
}
