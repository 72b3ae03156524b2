import type { DueItem } from '../../analyses/index.ts';
import type { Plan } from '../../model/plan.ts';
import type { Block, Row } from '../../model/report.ts';
import { reportText } from '../../text/report-text.ts';
import { amountCell } from '../figures.ts';
import { memberName, subgoalName } from '../names.ts';
import type { ReportInput } from '../progress-report.ts';

const MOST = 10;

/** What is overdue, the latest first, and what is due within two weeks; more than fit are counted. */
export function dueSection({ plan, progress, language, owner }: ReportInput): readonly Block[] {
  const text = reportText[language];
  const isOwn = (item: DueItem) => owner === undefined || item.owner === owner;
  const due = progress.due.due.filter(isOwn);
  const overdue = progress.due.overdue.filter(isOwn);
  const head: Block = { is: 'heading', level: 2, text: text.headings.due };
  if (due.length + overdue.length === 0) return [head, { is: 'text', text: text.nothingDue }];
  const { columns } = text;
  return [
    head,
    {
      is: 'table',
      columns: [
        { title: columns.deadline, align: 'left' },
        { title: columns.what, align: 'left', flexible: true },
        { title: columns.kind, align: 'left', drop: 4 },
        { title: columns.owner, align: 'left' },
        { title: columns.target, align: 'right', drop: 2 },
        { title: columns.actual, align: 'right', drop: 3 },
        { title: columns.missing, align: 'right' },
      ],
      rows: [...rowsOf(overdue, true, plan, language), ...rowsOf(due, false, plan, language)],
    },
  ];
}

function rowsOf(items: readonly DueItem[], isOverdue: boolean, plan: Plan, language: ReportInput['language']): readonly Row[] {
  const text = reportText[language];
  const shown = items.length > MOST ? items.slice(0, MOST - 1) : items;
  const rows: Row[] = shown.map((item) => {
    const metric = plan.goals.get(item.goal ?? '')?.metric;
    const amount = (value: DueItem['target']) => (value && metric ? amountCell(value, metric, language) : '');
    return {
      cells: [
        { text: item.deadline, ...(isOverdue ? { tone: 'bad' as const } : {}) },
        item.kind === 'subgoal' ? subgoalName(plan, item.id, item.goal) : item.name,
        text.kinds[item.kind],
        memberName(plan, item.owner),
        amount(item.target),
        amount(item.actual),
        amount(item.missing),
      ],
    };
  });
  const rest = items.length - shown.length;
  const label = isOverdue ? text.moreOverdue(rest) : text.moreDue(rest);
  return rest === 0 ? rows : [...rows, { cells: ['', label, '', '', '', '', ''], tone: 'muted' }];
}
