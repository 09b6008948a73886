import { type GeoPoint, type OpeningHours } from '@travellite/protocol';
import { dayNumber } from '../constraints/calendar.js';
import { clock } from '../constraints/calendar.js';
import { dayCloses, dayOpens, mealTimes, shortestMeal, spansOn } from '../constraints/clockwork.js';
import { moveMinutes } from '../constraints/geo.js';
import { type LegBlock, type MealBlock, type TripBlock, type TripDay, type VisitBlock } from '../plan.js';
import { legEnd, type Presence } from './presence.js';
import { type Examination, inCity, sameName } from './subject.js';

const shortestVisit = 15;

/** What is known of the place of a block. */
interface Place {
  name: string;
  city: string;
  location?: GeoPoint;
  hours?: OpeningHours;
  closedDates?: string[];
}

export const placeOf = (exam: Examination, block: TripBlock): Place | undefined =>
  block.kind === 'visit'
    ? exam.by.attractions.get(block.item.id, inCity(block.city))
    : block.kind === 'meal'
      ? exam.by.restaurants.get(block.item.id, inCity(block.city))
      : undefined;

/** The block's times lie where one is in its city. */
function checkPresence(
  exam: Examination,
  block: VisitBlock | MealBlock,
  day: TripDay,
  here: readonly Presence[],
): void {
  const where = { day: day.day, subject: block.item.id };
  const times = `${clock(block.start)}–${clock(block.end)}`;
  const inCity = here.filter((presence) => sameName(presence.city, block.city));
  if (inCity.length === 0) {
    return exam.fault(
      'wrong_city',
      `${block.item.name} is in ${block.city}, where one is not on day ${day.day}.`,
      where,
    );
  }
  if (!inCity.some((presence) => presence.from <= block.start && block.end <= presence.to)) {
    exam.fault(
      'travel_time',
      `${block.item.name} at ${times} leaves no time for the way from or to the journey of day ${day.day}.`,
      where,
    );
  }
}

function checkPlaceHours(exam: Examination, block: VisitBlock | MealBlock, day: TripDay): void {
  const where = { day: day.day, subject: block.item.id };
  const place = placeOf(exam, block);
  if (place === undefined) return exam.fault('unknown_item', `${block.item.name} is not in the data.`, where);
  if (!sameName(place.city, block.city)) {
    return exam.fault('wrong_city', `${place.name} is in ${place.city}, not in ${block.city}.`, where);
  }
  const spans = spansOn(place, dayNumber(day.date) ?? 0);
  if (!spans.some((span) => span.open <= block.start && block.end <= span.close)) {
    const message = `${place.name} is not open on ${day.date} from ${clock(block.start)} to ${clock(block.end)}.`;
    exam.fault('opening_hours', message, where);
  }
}

function checkLength(exam: Examination, block: VisitBlock | MealBlock, day: TripDay): void {
  const where = { day: day.day, subject: block.item.id };
  if (block.start < dayOpens || block.end > dayCloses) {
    exam.fault('overlap', `${block.item.name} is not between 6:00 and midnight.`, where);
  }
  const least = block.kind === 'meal' ? shortestMeal : shortestVisit;
  if (!(block.end - block.start >= least)) {
    exam.fault('meal_time', `${block.item.name} gets less than ${least} minutes.`, where);
  }
  if (block.kind !== 'meal') return;
  const time = mealTimes[block.meal];
  if (block.start < time.from || block.end > time.to) {
    exam.fault('meal_time', `${clock(block.start)} is no time for ${block.meal}.`, where);
  }
}

/** One after the other, with time for the way; the first from the lodging. */
function checkSequence(exam: Examination, day: TripDay, morning: Place | undefined): void {
  const first = day.blocks[0]?.kind === 'leg' ? undefined : morning;
  let before: { name: string; end: number; location: GeoPoint | undefined } | undefined = first && {
    name: first.name,
    end: dayOpens,
    location: first.location,
  };
  for (const block of day.blocks) {
    const place = placeOf(exam, block);
    const name = block.kind === 'leg' ? 'the journey' : block.item.name;
    const gap = block.start - (before?.end ?? 0);
    if (gap < 0) {
      exam.fault('overlap', `${name} begins before ${before?.name} has ended on day ${day.day}.`, {
        day: day.day,
      });
    } else {
      const way = moveMinutes(before?.location, place?.location);
      if (gap < way) {
        exam.fault(
          'travel_time',
          `From ${before?.name} to ${name} it takes ${way} minutes; the plan leaves ${gap}.`,
          { day: day.day },
        );
      }
    }
    before = { name, end: block.end, location: place?.location };
  }
}

/** Each leg is shown on each day it touches, and nothing else is. */
function checkLegBlocks(exam: Examination): void {
  const wanted = new Map<string, { start: number; end: number }>();
  exam.plan.legs.forEach((leg, index) => {
    const [first, last] = [exam.dayIndex(leg.departs.date), exam.dayIndex(leg.arrives.date)];
    for (let day = first; day <= Math.min(last, exam.days.length - 1); day += 1) {
      const start = day === first ? leg.departs.minute : 0;
      wanted.set(`${day}/${index}`, { start, end: day === last ? legEnd(leg) : dayCloses });
    }
  });
  const shown = exam.days.flatMap((day, at) =>
    day.blocks.filter((block): block is LegBlock => block.kind === 'leg').map((block) => ({ at, block })),
  );
  for (const { at, block } of shown) {
    const times = wanted.get(`${at}/${block.leg}`);
    if (times === undefined || times.start !== block.start || times.end !== block.end) {
      exam.fault('leg_date', `A journey on day ${at + 1} does not go with the legs of the plan.`, {
        day: at + 1,
      });
    }
    wanted.delete(`${at}/${block.leg}`);
  }
  for (const key of wanted.keys()) {
    const day = parseInt(key, 10) + 1;
    exam.fault('leg_missing', `A journey of day ${day} is missing among its blocks.`, { day });
  }
}

/** Times: order, overlap, opening, meals, way between places, and being in the city at all. */
export function checkHours(exam: Examination, here: readonly Presence[]): void {
  exam.days.forEach((day, at) => {
    const today = here.filter((presence) => presence.day === at);
    for (const block of day.blocks) {
      if (block.kind === 'leg') continue;
      checkPlaceHours(exam, block, day);
      checkLength(exam, block, day);
      checkPresence(exam, block, day, today);
    }
    const night = exam.days[at - 1]?.lodging;
    const slept = night && exam.by.stays.get(night.item.id, inCity(exam.plan.stays[night.stay]?.city ?? ''));
    checkSequence(exam, day, slept);
  });
  checkLegBlocks(exam);
}
