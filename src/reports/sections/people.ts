import type { PersonPosition } from '../../analyses/index.ts';
import type { Metric } from '../../model/metric.ts';
import type { Block, Row } from '../../model/report.ts';
import { reportText } from '../../text/report-text.ts';
import { amountCell, barCell, shareCell, statusCell, varianceCell } from '../figures.ts';
import { memberName } from '../names.ts';
import { overAssignedNote } from '../over-assigned.ts';
import type { ReportInput } from '../progress-report.ts';

/** Everybody's part of each goal, and what nobody has; not of goals that are handed to others than those who sell. */
export function peopleSection({ plan, progress, language, owner }: ReportInput): readonly Block[] {
  const { headings, columns } = reportText[language];
  const goals = progress.goals.map(({ goal, people }) => ({
    goal,
    people: people.filter((person) => owner === undefined || person.owner === owner),
  }));
  const withPeople = goals.filter(({ people }) => people.some(isTheirs));
  if (withPeople.length === 0) return [];
  return [
    { is: 'heading', level: 2, text: headings.people },
    ...withPeople.flatMap(({ goal, people }): readonly Block[] => [
      ...(withPeople.length > 1 ? [{ is: 'heading', level: 3, text: goal.name } as const] : []),
      {
        is: 'table',
        columns: [
          { title: columns.owner, align: 'left', flexible: true },
          { title: columns.target, align: 'right' },
          { title: columns.actual, align: 'right' },
          { title: columns.attainment, align: 'left' },
          { title: columns.expected, align: 'right', drop: 3 },
          { title: columns.variance, align: 'right', drop: 2 },
          { title: columns.pace, align: 'right', drop: 1 },
          { title: columns.status, align: 'left' },
        ],
        rows: people.map((person) => rowOf(person, goal.metric, plan, language)),
      },
      ...(owner === undefined ? overAssignedNote(goal, 'people', language) : []),
    ]),
  ];
}

function rowOf({ owner, position }: PersonPosition, metric: Metric, plan: ReportInput['plan'], language: ReportInput['language']): Row {
  const amount = (value: typeof position.target) => amountCell(value, metric, language);
  return {
    cells: [
      owner === null ? reportText[language].unassigned : memberName(plan, owner),
      amount(position.target),
      amount(position.actual),
      barCell(position.reached, language),
      amount(position.expected),
      varianceCell(position.variance, metric, language),
      shareCell(position.pace, language),
      statusCell(position.status, language),
    ],
    ...(owner === null ? { tone: 'warn' as const } : {}),
  };
}

/** Their own rows count towards a part of their own. */
function isTheirs({ position }: PersonPosition): boolean {
  return position.target !== undefined && position.actual !== undefined && position.actual.n !== 0n;
}
