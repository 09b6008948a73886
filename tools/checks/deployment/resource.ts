/** A Kubernetes object as it stands in a file. */
export interface Resource {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string; labels?: Record<string, string> };
  [field: string]: unknown;
}

/** `Deployment/ws-gateway` */
export const idOf = ({ kind, metadata }: Pick<Resource, 'kind' | 'metadata'>): string =>
  `${kind}/${metadata.name}`;

/** Looks into parsed YAML by field names and list positions; `undefined` where there is nothing. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );
}

/** The same, for a list; empty where there is none. */
export function listAt<T>(value: unknown, ...path: (string | number)[]): T[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? (found as T[]) : [];
}
