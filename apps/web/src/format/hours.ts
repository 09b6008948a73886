const days: Record<string, string> = {
  Mo: 'Mon',
  Tu: 'Tue',
  We: 'Wed',
  Th: 'Thu',
  Fr: 'Fri',
  Sa: 'Sat',
  Su: 'Sun',
};

/** `Mo-We 09:00-18:00; Th 09:00-21:00`, the notation of OpenStreetMap (https://wiki.openstreetmap.org/wiki/Key:opening_hours). */
const rule = /^(?:Mo|Tu|We|Th|Fr|Sa|Su)[A-Za-z, -]* \d\d:\d\d/;

/** Opening hours in pieces that belong together; what is not in the known notation stays as it is. */
export function hoursInWords(hours: string): string[] {
  const rules = hours.split(/;\s*/);
  if (!rules.every((one) => rule.test(one))) return [hours];
  return rules.map((one) =>
    one
      .replace(/\b(Mo|Tu|We|Th|Fr|Sa|Su)\b/g, (day) => days[day] ?? day)
      .replace('Mon-Sun', 'Daily')
      .replaceAll('-', '–'),
  );
}
