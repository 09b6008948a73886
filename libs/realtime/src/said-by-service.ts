const most = 200;

/** Words of a service, fit for a log line: bounded, on one line. */
export function saidByService(words: string): string {
  const line = words.replaceAll(/\p{Cc}+/gu, ' ');
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
}
