import type { Crm } from '../model/crm.ts';
import { compare, ONE } from '../model/fraction.ts';
import type { Plan } from '../model/plan.ts';
import type { Incentive, Member, Role, Training } from '../model/team.ts';
import { entriesOf, isMap, type PlainMap } from './ordered.ts';
import { runOf } from './resolve-strategy.ts';
import { quantityAt, type Resolving } from './resolving.ts';
import { dayOf, durationOf, mapOf, numberOf, oneOf, percentOf, spanOf, text, texts } from './scalars.ts';

type Team = Pick<Plan, 'roles' | 'members' | 'training' | 'incentives' | 'crm'>;

/** Who sells and how they are led, and how customers are looked after. */
export function resolveTeam(input: PlainMap, resolving: Resolving): Team {
  const team = isMap(input.team) ? input.team : {};
  const entries = <Made>(value: unknown, make: (id: string, entry: PlainMap, resolving: Resolving) => Made) =>
    mapOf(value, (id, entry) => make(id, isMap(entry) ? entry : {}, resolving));
  return {
    roles: entries(team.roles, roleOf),
    members: entries(team.members, memberOf),
    training: entries(team.training, trainingOf),
    incentives: entries(team.incentives, incentiveOf),
    crm: crmOf(isMap(input.crm) ? input.crm : {}),
  };
}

function roleOf(id: string, entry: PlainMap, resolving: Resolving): Role {
  return {
    id,
    name: text(entry.name) ?? id,
    capacity: quantityAt(entry.capacity, ['team', 'roles', id, 'capacity'], resolving),
    ramp: Array.isArray(entry.ramp) ? entry.ramp.flatMap((share) => percentOf(share) ?? []) : [],
    rampBy: oneOf(entry.ramp_by, ['anniversary', 'calendar-month'] as const) ?? 'anniversary',
    hiredBy: numberOf(entry.hired_by) ?? 15,
  };
}

function memberOf(id: string, entry: PlainMap): Member {
  const hire = isMap(entry.hire) ? entry.hire : undefined;
  return {
    id,
    name: text(entry.name) ?? id,
    role: text(entry.role),
    manager: text(entry.manager),
    aliases: texts(entry.aliases),
    email: text(entry.email),
    segments: texts(entry.segments),
    start: dayOf(entry.start),
    end: dayOf(entry.end),
    leave: Array.isArray(entry.leave) ? entry.leave.flatMap((days) => spanOf(days) ?? []) : [],
    availability: percentOf(entry.availability) ?? ONE,
    hire: hire && { status: oneOf(hire.status, ['open', 'offered', 'filled', 'cancelled'] as const) ?? 'open', owner: text(hire.owner) },
  };
}

function trainingOf(id: string, entry: PlainMap, resolving: Resolving): Training {
  const improves = isMap(entry.improves) ? entry.improves : undefined;
  const stage = text(improves?.stage);
  return {
    id,
    name: text(entry.name) ?? id,
    for: texts(entry.for),
    span: runOf(entry, resolving.period),
    owner: text(entry.owner),
    objective: text(entry.objective),
    improves: stage === undefined ? undefined : { stage, conversion: percentOf(improves?.conversion), days: numberOf(improves?.days) },
  };
}

function incentiveOf(id: string, entry: PlainMap): Incentive {
  const tiers = entriesOf(entry.tiers).flatMap(([reached, paid]) => {
    const [from, rate] = [percentOf(reached), percentOf(paid)];
    return from && rate ? [{ from, rate }] : [];
  });
  return {
    id,
    name: text(entry.name) ?? id,
    kind: oneOf(entry.kind, ['material', 'recognition', 'development', 'other'] as const) ?? 'other',
    for: texts(entry.for),
    type: text(entry.type),
    on: text(entry.on),
    tiers: tiers.sort((a, b) => compare(a.from, b.from)),
    every: durationOf(entry.every),
    criteria: text(entry.criteria),
  };
}

function crmOf(crm: PlainMap): Crm {
  const feedback = isMap(crm.feedback) ? crm.feedback : undefined;
  return {
    system: text(crm.system) ?? 'none',
    communication: mapOf(crm.communication, (id, entry) => {
      const { name, segment, channel, every, last, owner, purpose } = isMap(entry) ? entry : {};
      return {
        id,
        name: text(name) ?? id,
        segment: text(segment),
        channel: text(channel),
        every: durationOf(every),
        last: dayOf(last),
        owner: text(owner),
        purpose: text(purpose),
      };
    }),
    feedback: feedback && { source: text(feedback.source), replyWithin: durationOf(feedback.reply_within) },
    personalization: mapOf(crm.personalization, (_, entry) => {
      const { segment, trigger, content } = isMap(entry) ? entry : {};
      return { segment: text(segment), trigger: text(trigger), content: text(content) };
    }),
  };
}
