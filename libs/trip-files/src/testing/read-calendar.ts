import ICAL from 'ical.js';

/** A calendar as a parser that is not ours reads it, by the time zones the file itself defines. */
export function readCalendar(file: string) {
  const root = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const zones = new Map(
    root
      .getAllSubcomponents('vtimezone')
      .map((zone) => [String(zone.getFirstPropertyValue('tzid')), new ICAL.Timezone(zone)]),
  );
  const events = root.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const instant = (name: 'dtstart' | 'dtend') => {
      const property = component.getFirstProperty(name);
      const time = property?.getFirstValue() as ICAL.Time;
      const tzid = property?.getParameter('tzid');
      const zone = typeof tzid === 'string' ? zones.get(tzid) : undefined;
      if (typeof tzid === 'string' && !zone) throw new Error(`no VTIMEZONE for ${tzid}`);
      if (zone) time.zone = zone;
      return {
        zone: tzid,
        local: time.toString(),
        ms: time.toUnixTime() * 1000,
        floating: !zone && time.zone === ICAL.Timezone.localTimezone,
      };
    };
    return {
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      description: event.description,
      location: event.location,
      status: component.getFirstPropertyValue('status'),
      geo: component.getFirstPropertyValue('geo'),
      allDay: event.startDate.isDate,
      starts: instant('dtstart'),
      ends: instant('dtend'),
    };
  });
  return { root, name: root.getFirstPropertyValue('x-wr-calname'), zones: [...zones.keys()], events };
}
