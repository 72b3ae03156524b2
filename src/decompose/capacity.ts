import { isWorkingDay } from '../model/calendar.ts';
import { addDays, type Day, monthOf, monthsBetween, yearOf } from '../model/day.ts';
import { type Fraction, NOUGHT, ONE, over, plus, times } from '../model/fraction.ts';
import type { Member, Plan, Role } from '../model/plan.ts';
import { holds, overlap, type Span } from '../model/span.ts';

/**
 * What a member can carry in a window, in the plan's currency: Σ over the working days of the window on which the member
 * is present of role capacity ÷ working days of the plan's period × ramp × availability. Undefined without a role capacity.
 * A full year's 12M over 261 working days, half the days present and fully ramped: about 6M.
 */
export function capacityOf(member: Member, plan: Plan, window: Span, workingDaysOfPeriod: number): Fraction | undefined {
  const role = plan.roles.get(member.role ?? '');
  if (!role?.capacity) return undefined;
  const present = overlap(window, { start: member.start ?? window.start, end: member.end ?? window.end });
  if (!present || workingDaysOfPeriod === 0) return NOUGHT;
  const ramped = rampedDays(member, role, plan, present);
  const whole: Fraction = { n: BigInt(workingDaysOfPeriod), d: 1n };
  return times(times(role.capacity, member.availability), over(ramped, whole) ?? NOUGHT);
}

/** Working days present, each counted by its share of the ramp. */
function rampedDays(member: Member, role: Role, plan: Plan, present: Span): Fraction {
  const days = new Map<number, bigint>();
  for (let on = present.start; on <= present.end; on = addDays(on, 1)) {
    if (!isWorkingDay(plan.calendar, on) || member.leave.some((leave) => holds(leave, on))) continue;
    const step = rampStep(member.start, role, on);
    days.set(step, (days.get(step) ?? 0n) + 1n);
  }
  return [...days].reduce((total, [step, count]) => plus(total, times({ n: count, d: 1n }, rampAt(role, step))), NOUGHT);
}

/** Whole months since the start, at most the ramp's last; by calendar month the month of the start is 0 when hired by the day. */
function rampStep(start: Day | undefined, role: Role, on: Day): number {
  if (start === undefined || role.ramp.length === 0) return role.ramp.length - 1;
  const months = role.rampBy === 'calendar-month' ? calendarMonths(start, role.hiredBy, on) : monthsBetween(start, on);
  return Math.min(Math.max(months, 0), role.ramp.length - 1);
}

function calendarMonths(start: Day, hiredBy: number, on: Day): number {
  const months = (yearOf(on) - yearOf(start)) * 12 + monthOf(on) - monthOf(start);
  return Number(start.slice(8)) <= hiredBy ? months : months - 1;
}

function rampAt(role: Role, step: number): Fraction {
  return role.ramp[step] ?? ONE;
}
