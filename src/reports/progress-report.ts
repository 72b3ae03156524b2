import type { Progress } from '../analyses/index.ts';
import { isPartial } from '../analyses/index.ts';
import type { Actuals } from '../model/fact.ts';
import type { Id } from '../model/id.ts';
import type { Language } from '../model/language.ts';
import type { Plan } from '../model/plan.ts';
import type { Block, Report } from '../model/report.ts';
import { reportText } from '../text/report-text.ts';
import { dueData, goalData, personData, reconciliationData, type Stamp, windowData } from './progress-data.ts';
import { SECTIONS, type SectionName } from './progress-sections.ts';

/** What a progress report is made of. */
export interface ReportInput {
  readonly plan: Plan;
  readonly display: string;
  readonly progress: Progress;
  readonly actuals: Actuals | undefined;
  readonly dataFindings: number;
  readonly stamp: Stamp;
  readonly language: Language;
  /** One person's own sheet. */
  readonly owner: Id | undefined;
}

/** The progress report: the contract of `schemas/report.schema.json`, and sections for people in the plan's order. */
export function progressReport(input: ReportInput): Report {
  const { plan, progress, language, stamp } = input;
  const text = reportText[language];
  const { span, label } = progress.window;
  const commit = stamp.commit ?? '–';
  const blocks: Block[] = [
    { is: 'heading', level: 1, text: text.title(plan.name, label) },
    { is: 'text', text: text.subtitle(progress.asOf, span.start, span.end, isPartial(progress.window, progress.asOf)), tone: 'muted' },
  ];
  for (const section of sectionsOf(plan)) blocks.push(...SECTIONS[section](input));
  blocks.push({ is: 'text', text: text.stamp(stamp.program, commit, stamp.data?.slice(0, 12) ?? '–'), tone: 'muted' });
  return { id: 'report', title: text.title(plan.name, label), data: dataOf(input), blocks };
}

function sectionsOf(plan: Plan): readonly SectionName[] {
  const all = Object.keys(SECTIONS) as readonly SectionName[];
  const wanted = plan.report.sections;
  return wanted ? wanted.flatMap((name) => all.filter((section) => section === name)) : all;
}

function dataOf({ plan, display, progress, actuals, stamp, owner }: ReportInput) {
  const people = progress.goals.flatMap(({ people, goal }) => people.map((person) => personData(person, goal.metric)));
  const isOwn = (who: string | null | undefined) => owner === undefined || who === owner;
  return {
    version: 1,
    plan: display,
    asOf: progress.asOf,
    window: windowData(progress),
    goals: progress.goals.map(goalData),
    people: people.filter((person) => isOwn(person.owner)),
    due: progress.due.due.filter((item) => isOwn(item.owner)).map((item) => dueData(item, plan)),
    overdue: progress.due.overdue.filter((item) => isOwn(item.owner)).map((item) => dueData(item, plan)),
    actions: [...plan.actions.values()]
      .filter((action) => isOwn(action.owner))
      .map(({ id, name, goal, owner: who, deadline, status }) => ({
        id,
        name,
        goal: goal ?? null,
        owner: who ?? null,
        deadline: deadline ?? null,
        status,
      })),
    changes: progress.goals.flatMap(({ goal }) =>
      goal.changes.map(({ date, from, to, reason, by }) => ({
        goal: goal.id,
        date,
        from: from ?? null,
        to: to ?? null,
        reason: reason ?? null,
        by: by ?? null,
      })),
    ),
    reconciliation: reconciliationData(progress.reconciliation, actuals, plan),
    stamp,
  };
}
