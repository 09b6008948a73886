/** Parameters of a request, or what is wrong with the address. */
export type Query = { values: ReadonlyMap<string, string>; fault?: undefined } | { fault: string };

const visibleAscii = /^[\x21-\x7e]*$/;

/**
 * Reads the query of a request's URL strictly. A lenient reader turns every broken encoding into the same replacement
 * character, and two users with different broken names would meet in one conversation.
 */
export function readQuery(url: string): Query {
  const values = new Map<string, string>();
  const start = url.indexOf('?');
  if (start === -1) return { values };
  const query = url.slice(start + 1);
  if (!visibleAscii.test(query))
    return { fault: 'The address holds characters that are not percent-encoded.' };
  for (const pair of query.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decode(equals === -1 ? pair : pair.slice(0, equals));
    const value = decode(equals === -1 ? '' : pair.slice(equals + 1));
    if (name === undefined || value === undefined) {
      return { fault: 'The address holds a broken percent-encoding.' };
    }
    if (values.has(name)) return { fault: `${JSON.stringify(name.slice(0, 40))} is given twice.` };
    values.set(name, value);
  }
  return { values };
}

/** The path of a request's URL. */
export function pathOf(url: string): string {
  const end = url.indexOf('?');
  return end === -1 ? url : url.slice(0, end);
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
