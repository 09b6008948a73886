/** Readers for parts of JSON of unknown origin: a value of the expected kind, or nothing. */

export type Fields = Record<string, unknown>;

/** A JSON object. */
export const fields = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;

export const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

export const textOr = (value: unknown, otherwise: string): string => text(value) ?? otherwise;

/** A number that counts something: whole and not negative. */
export const count = (value: unknown): number | undefined =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : undefined;

export const numberOr = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise;

/** The items of a list that `read` understands. */
export const listOf = <T>(value: unknown, read: (item: unknown) => T | undefined): T[] =>
  Array.isArray(value) ? value.flatMap((item) => read(item) ?? []) : [];
