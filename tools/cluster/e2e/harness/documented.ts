/** A request as a page shows it, with the answer shown below it, if any. */
export interface DocumentedRequest {
  subject: string;
  body: string;
  /** How many answers are read: all there are (`--replies=0`), or the first. */
  all: boolean;
  /** The JSON shown: real answers hold at least these fields. */
  json?: unknown;
  /** Code and sentence of the error shown. */
  error?: { code: string; message: string };
}

const fence = /```sh\n((?:nats [^\n]*\n)+)```(?:\n\n```(json|text)\n([^]*?)```)?/g;
const request = /^nats req (?:'([^']+)'|"([^"]+)") '([^']*)'( --replies=0)?/;
const listening = /^nats sub (?:'([^']+)'|(\S+))/;

/** Every `nats req` of a page, in its order. */
export function documentedRequests(page: string): DocumentedRequest[] {
  return [...page.matchAll(fence)].flatMap(([, command = '', kind, shown = '']): DocumentedRequest[] => {
    const found = request.exec(command);
    if (!found) return [];
    const [, plain, expanded, body = '', all] = found;
    const base = { subject: plain ?? expanded ?? '', body, all: all !== undefined };
    if (kind === 'json') return [{ ...base, json: JSON.parse(shown) as unknown }];
    const error = /^Nats-Service-Error: (.*)\nNats-Service-Error-Code: (\d+)\n$/.exec(shown);
    return [{ ...base, ...(error ? { error: { message: error[1] ?? '', code: error[2] ?? '' } } : {}) }];
  });
}

/** The subject of every `nats sub` of a page. */
export function documentedSubscriptions(page: string): string[] {
  return [...page.matchAll(fence)].flatMap(([, commands = '']) =>
    commands.split('\n').flatMap((line) => {
      const found = listening.exec(line);
      return found ? [found[1] ?? found[2] ?? ''] : [];
    }),
  );
}

/** Settings, which are as shown or the page is wrong; the names of consumers differ from run to run. */
const settings = new Set([
  'name',
  'subjects',
  'retention',
  'discard',
  'storage',
  'max_ack_pending',
  'ack_wait',
  'filter_subject',
]);

/**
 * What is shown and not there, field by field; a list shows what its first item is like. Below `config` settings are compared by their
 * values, everything else by its type.
 */
export function missing(shown: unknown, real: unknown, at = ''): string[] {
  const [, setting = ''] = /\.config\.(\w+)$/.exec(at) ?? [];
  if (settings.has(setting)) {
    const [said, is] = [shown, real].map((value) => JSON.stringify(value));
    return said === is ? [] : [`${at} is ${is}, not ${said}`];
  }
  if (Array.isArray(shown)) {
    if (!Array.isArray(real)) return [`${at} is no list`];
    if (shown.length === 0) return [];
    return real.length === 0 ? [`${at} is empty`] : missing(shown[0], real[0], `${at}[0]`);
  }
  if (typeof shown !== 'object' || shown === null) {
    return typeof shown === typeof real ? [] : [`${at} is ${typeof real}, not ${typeof shown}`];
  }
  if (typeof real !== 'object' || real === null) return [`${at} is no object`];
  const inner = real as Record<string, unknown>;
  return Object.entries(shown).flatMap(([key, value]) =>
    key in inner ? missing(value, inner[key], `${at}.${key}`) : [`${at}.${key} is missing`],
  );
}
