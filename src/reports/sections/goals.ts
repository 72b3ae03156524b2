import type { GoalProgress } from '../../analyses/index.ts';
import type { Block, Row } from '../../model/report.ts';
import { reportText } from '../../text/report-text.ts';
import { amountCell, barCell, shareCell, statusCell, varianceCell } from '../figures.ts';
import { memberName } from '../names.ts';
import type { ReportInput } from '../progress-report.ts';

/** Every goal in a row: where it stands, and what the window brought. */
export function goalsSection({ plan, progress, language }: ReportInput): readonly Block[] {
  const { headings, columns } = reportText[language];
  return [
    { is: 'heading', level: 2, text: headings.goals },
    {
      is: 'table',
      columns: [
        { title: columns.goal, align: 'left', flexible: true },
        { title: columns.owner, align: 'left', drop: 6 },
        { title: columns.target, align: 'right' },
        { title: columns.actual, align: 'right' },
        { title: columns.attainment, align: 'left' },
        { title: columns.expected, align: 'right', drop: 4 },
        { title: columns.variance, align: 'right', drop: 2 },
        { title: columns.pace, align: 'right', drop: 1 },
        { title: columns.thisWindow, align: 'right', drop: 5 },
        { title: columns.lastWindow, align: 'right', drop: 7 },
        { title: columns.trend, align: 'left', drop: 8 },
        { title: columns.deadline, align: 'left', drop: 9 },
        { title: columns.status, align: 'left' },
      ],
      rows: progress.goals.map((goal) => rowOf(goal, plan, language)),
    },
  ];
}

function rowOf(
  { goal, root, position, inWindow, inWindowBefore, weeks }: GoalProgress,
  plan: ReportInput['plan'],
  language: ReportInput['language'],
): Row {
  const amount = (value: typeof position.target) => amountCell(value, goal.metric, language);
  return {
    cells: [
      goal.name,
      memberName(plan, root.owner),
      amount(position.target),
      amount(position.actual),
      barCell(position.reached, language),
      amount(position.expected),
      varianceCell(position.variance, goal.metric, language),
      shareCell(position.pace, language),
      amount(inWindow),
      amount(inWindowBefore),
      weeks.length > 0 ? { text: '', spark: weeks } : '–',
      root.deadline,
      statusCell(position.status, language),
    ],
  };
}
