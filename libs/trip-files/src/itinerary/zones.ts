/** Making one is slow and a plan has few zones; a bound, because names come from outside. */
const formats = new Map<string, Intl.DateTimeFormat | undefined>();
const mostFormats = 600;

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  if (formats.has(zone)) return formats.get(zone);
  let format: Intl.DateTimeFormat | undefined;
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
  }
  if (formats.size >= mostFormats) formats.clear();
  formats.set(zone, format);
  return format;
}

/** Minutes east of UTC that the zone's clocks show at an instant (Unix ms); `undefined` for a zone there is none of. */
export function offsetAt(zone: string, unixMs: number): number | undefined {
  const parts = formatOf(zone)?.formatToParts(unixMs);
  const name = parts?.find(({ type }) => type === 'timeZoneName')?.value;
  if (name === undefined) return undefined;
  // `GMT`, `GMT+09:00`, `GMT-02:30`.
  const [, sign, hours, minutes] = /^GMT(?:([+-])(\d\d):(\d\d))?/.exec(name) ?? [];
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
