import {
  dayCloses,
  dayOpens,
  dueMeals,
  earliestStart,
  meals,
  mealTimes,
  spansOn,
} from '../constraints/clockwork.js';
import { mostFilled } from '../constraints/matching.js';
import { identityOf, nameTest, plainName } from '../constraints/names.js';
import { avoidTest, dietFault, dietsKnown, interestFault, servesCuisine } from '../constraints/suitable.js';
import { type MealBlock, type VisitBlock } from '../plan.js';
import { type Presence } from './presence.js';
import { type Examination, inCity, sameName } from './subject.js';

type PlaceBlock = VisitBlock | MealBlock;

const placesOf = (exam: Examination): { block: PlaceBlock; day: number }[] =>
  exam.days.flatMap((day) =>
    day.blocks.flatMap((block) => (block.kind === 'leg' ? [] : [{ block, day: day.day }])),
  );

/** Prices, what was to be avoided, diets, and nothing twice. */
export function checkItems(exam: Examination): void {
  const { by } = exam;
  const avoided = avoidTest(by.request);
  const diets = dietsKnown(by.catalogue) ? by.demands.diets : [];
  const seen = new Set<string>();
  for (const { block, day } of placesOf(exam)) {
    const where = { day, subject: block.item.id };
    const raw = rawOf(exam, block);
    if (raw === undefined) continue;
    const one = by.convert(raw.price);
    if (one === undefined || block.costMinor !== one * by.demands.people) {
      exam.fault('price', `The price of ${raw.name} is not that of the data.`, where);
    }
    if (seen.has(`${block.kind}|${identityOf(raw)}`)) exam.fault('repeat', `${raw.name} comes twice.`, where);
    seen.add(`${block.kind}|${identityOf(raw)}`);
    if (avoided(raw) !== undefined) exam.fault('avoid', `${raw.name} was to be avoided.`, where);
    const fault = 'cuisines' in raw ? dietFault(raw, diets) : interestFault(raw, by.demands);
    if (fault !== undefined) exam.fault(fault.code, `${fault.message}.`, where);
  }
  checkOneMealEach(exam);
}

function checkOneMealEach(exam: Examination): void {
  for (const day of exam.days) {
    const eaten = day.blocks.flatMap((block) => (block.kind === 'meal' ? [block.meal] : []));
    for (const meal of new Set(eaten)) {
      if (eaten.indexOf(meal) !== eaten.lastIndexOf(meal)) {
        exam.fault('repeat', `Day ${day.day} has two blocks for ${meal}.`, { day: day.day });
      }
    }
  }
}

/** Whole days in a city have three meals and a visit, as far as the data has any left for them. */
export function checkDue(exam: Examination, here: readonly Presence[]): void {
  exam.plan.stops.forEach((stop, at) => {
    const city = exam.by.items[exam.cityIndex(stop.city)];
    const whole = here.filter(
      (presence) => presence.stop === at && presence.whole && exam.plan.days[presence.day] !== undefined,
    );
    if (city === undefined || whole.length === 0) return;
    const dateOf = (slot: number) => exam.firstDay + whole[slot]!.day;
    const possible = mostFilled(whole.length * 3, city.meals.length, (item, slot) => {
      const time = mealTimes[meals[slot % 3]!];
      return (
        earliestStart(
          spansOn(city.meals[item]!.raw, dateOf(Math.floor(slot / 3))),
          time.from,
          time.to,
          time.minutes,
        ) !== undefined
      );
    });
    const blocks = whole.map(({ day }) => exam.plan.days[day]!.blocks);
    const eaten = blocks.reduce(
      (sum, list) => sum + new Set(list.flatMap((block) => (block.kind === 'meal' ? [block.meal] : []))).size,
      0,
    );
    const due = dueMeals(whole.length, possible);
    if (eaten < due) {
      exam.fault(
        'meal_missing',
        `${stop.city}: ${eaten} meals are planned on whole days; ${due} are due and possible.`,
        { subject: stop.city },
      );
    }
    const sights = mostFilled(whole.length, city.visits.length, (item, slot) => {
      const visit = city.visits[item]!;
      return (
        earliestStart(spansOn(visit.raw, dateOf(slot)), dayOpens, dayCloses, visit.minutes) !== undefined
      );
    });
    const filled = blocks.filter((list) => list.some((block) => block.kind === 'visit')).length;
    if (filled < sights) {
      exam.fault(
        'attraction_missing',
        `${stop.city}: ${sights - filled} whole days have no visit although something is open.`,
        { subject: stop.city },
      );
    }
  });
}

/** Cuisines are covered and wished places are in. */
export function checkWishes(exam: Examination): void {
  const { by, plan } = exam;
  const places = placesOf(exam);
  const eaten = places.flatMap(({ block }) =>
    block.kind === 'meal' ? (by.restaurants.get(block.item.id, inCity(block.city)) ?? []) : [],
  );
  for (const cuisine of by.demands.cuisines) {
    if (!eaten.some((restaurant) => servesCuisine(restaurant, cuisine))) {
      exam.fault('cuisine', `No meal is ${cuisine}.`, { subject: cuisine });
    }
  }
  for (const wish of by.request.mustSee ?? []) {
    const named = nameTest(wish);
    const isCity = by.wishes.cities.some((city) => sameName(city, wish));
    const met = isCity
      ? plan.stops.some((stop) => plainName(stop.city) === plainName(wish))
      : places.some(({ block }) => named(nameIn(exam, block)));
    if (!met) exam.fault('must_see', `${wish} is not in the plan.`, { subject: wish });
  }
}

const rawOf = ({ by }: Examination, block: PlaceBlock) =>
  (block.kind === 'meal' ? by.restaurants : by.attractions).get(block.item.id, inCity(block.city));

const nameIn = (exam: Examination, block: PlaceBlock): string => rawOf(exam, block)?.name ?? '';
