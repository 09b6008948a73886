import { RequestFault } from './request-fault.js';

type Metadata = Record<string, unknown>;

/**
 * Pinecone's metadata filter, the part the adapter may use: `$and`, `$or`, `$eq`, `$in`, `$gt`, `$exists`.
 * @throws {RequestFault} 400 for any other operator or a wrong value, as the service does
 */
export function matchesFilter(metadata: Metadata, filter: Record<string, unknown>): boolean {
  return Object.entries(filter).every(([name, wanted]) => {
    if (name === '$and') return lists(wanted).every((part) => matchesFilter(metadata, part));
    if (name === '$or') return lists(wanted).some((part) => matchesFilter(metadata, part));
    if (name.startsWith('$')) throw new RequestFault(400, `${name} is not a valid operator`);
    return Object.entries(asObject(wanted)).every(([operator, value]) =>
      holds(metadata[name], operator, value),
    );
  });
}

function holds(actual: unknown, operator: string, value: unknown): boolean {
  switch (operator) {
    case '$eq':
      return actual === value;
    case '$in':
      if (!Array.isArray(value)) throw new RequestFault(400, 'the $in operator must be followed by a list');
      return Array.isArray(actual) ? actual.some((one) => value.includes(one)) : value.includes(actual);
    case '$gt':
      if (typeof value !== 'number')
        throw new RequestFault(400, 'the $gt operator must be followed by a number');
      return typeof actual === 'number' && actual > value;
    case '$exists':
      return (actual !== undefined) === value;
    default:
      throw new RequestFault(400, `${operator} is not a valid operator`);
  }
}

function lists(value: unknown): Record<string, unknown>[] {
  if (!Array.isArray(value) || value.length === 0) throw new RequestFault(400, 'a non-empty list is needed');
  return value.map(asObject);
}

function asObject(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new RequestFault(400, 'illegal condition');
  return value as Record<string, unknown>;
}
