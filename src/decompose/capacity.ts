import { countWorkingDays } from '../model/calendar.ts';
import { addDays, addMonthsTo, type Day, firstOfMonth, laterDay, monthOf, yearOf } from '../model/day.ts';
import { type Fraction, NOUGHT, ONE, over, plus, times } from '../model/fraction.ts';
import type { Plan } from '../model/plan.ts';
import { overlap, type Span } from '../model/span.ts';
import type { Member, Role } from '../model/team.ts';

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
  return times(times(role.capacity, member.availability), over(ramped, whole(workingDaysOfPeriod)) ?? NOUGHT);
}

/** Working days present, each counted by its share of the ramp: one run of days for each step of it. */
function rampedDays(member: Member, role: Role, plan: Plan, present: Span): Fraction {
  const { start } = member;
  // Somebody without a first day has been there long enough.
  if (start === undefined || role.ramp.length <= 1) return times(whole(daysPresent(member, plan, present)), role.ramp.at(-1) ?? ONE);
  return role.ramp.reduce((total, share, step) => {
    const isLast = step === role.ramp.length - 1;
    const from = step === 0 ? present.start : stepStart(start, role, step);
    const to = isLast ? present.end : addDays(stepStart(start, role, step + 1), -1);
    const run = from <= to ? overlap(present, { start: from, end: to }) : undefined;
    return run ? plus(total, times(whole(daysPresent(member, plan, run)), share)) : total;
  }, NOUGHT);
}

/** The day from which a step of the ramp counts; by calendar month the month of the start is the first when hired by the day. */
function stepStart(start: Day, role: Role, step: number): Day {
  if (role.rampBy === 'anniversary') return addMonthsTo(start, step);
  const isFirst = Number(start.slice(8)) <= role.hiredBy;
  return addMonthsTo(firstOfMonth(yearOf(start), monthOf(start)), isFirst ? step : step + 1);
}

function daysPresent({ leave }: Member, plan: Plan, run: Span): number {
  const away = merged(leave.flatMap((span) => overlap(span, run) ?? []));
  return countWorkingDays(plan.calendar, run) - away.reduce((days, span) => days + countWorkingDays(plan.calendar, span), 0);
}

/** Runs of days without overlap: a day is not away twice. */
function merged(spans: readonly Span[]): readonly Span[] {
  const runs: Span[] = [];
  for (const span of [...spans].sort((a, b) => (a.start < b.start ? -1 : 1))) {
    const last = runs.at(-1);
    if (last && span.start <= last.end) runs[runs.length - 1] = { start: last.start, end: laterDay(last.end, span.end) };
    else runs.push(span);
  }
  return runs;
}

function whole(count: number): Fraction {
  return { n: BigInt(count), d: 1n };
}
