import type { Block } from '../model/report.ts';
import type { ReportInput } from './progress-report.ts';
import { actionsSection } from './sections/actions.ts';
import { changesSection } from './sections/changes.ts';
import { dataSection } from './sections/data.ts';
import { dueSection } from './sections/due.ts';
import { gapsSection } from './sections/gaps.ts';
import { goalsSection } from './sections/goals.ts';
import { peopleSection } from './sections/people.ts';
import { risksSection } from './sections/risks.ts';
import { summarySection } from './sections/summary.ts';

/** The sections of a progress report by the names that `report.sections` has for them. */
export const SECTIONS = {
  summary: summarySection,
  goals: goalsSection,
  gaps: gapsSection,
  due: dueSection,
  people: peopleSection,
  actions: actionsSection,
  risks: risksSection,
  changes: changesSection,
  data: dataSection,
} as const satisfies Readonly<Record<string, (input: ReportInput) => readonly Block[]>>;

export type SectionName = keyof typeof SECTIONS;
