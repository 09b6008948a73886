import { dayNumber } from '../constraints/calendar.js';
import { type Examination } from './subject.js';

/** The days are those that were asked for, one after the other. */
export function checkDates(exam: Examination): void {
  const { plan, by } = exam;
  const { dates } = by.request;
  const start = dayNumber(plan.start);
  if (start === undefined) return exam.fault('dates', `${plan.start} is no date.`);
  if (dates?.start !== undefined && dates.start !== plan.start) {
    exam.fault('dates', `The trip starts on ${plan.start}, not on ${dates.start}.`);
  }
  const wished = by.span.starts;
  if (dates?.start === undefined && !by.span.assumed && !wished.includes(start)) {
    exam.fault('dates', `A start on ${plan.start} does not fit the dates that were given.`);
  }
  if (plan.days.length !== by.span.days) {
    exam.fault('day_count', `The plan has ${plan.days.length} days, not ${by.span.days}.`);
  }
  exam.days.forEach((day, index) => {
    if (exam.dayIndex(day.date) !== index || day.day !== index + 1) {
      exam.fault('dates', `Day ${index + 1} is dated ${day.date}.`, { day: index + 1 });
    }
  });
  const last = plan.days.at(-1);
  if (last !== undefined && plan.end !== last.date)
    exam.fault('dates', `The plan ends on ${last.date}, not on ${plan.end}.`);
}
