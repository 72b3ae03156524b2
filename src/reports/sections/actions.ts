import { type Fraction, toDecimal } from '../../model/fraction.ts';
import type { Block, Row } from '../../model/report.ts';
import { reportText } from '../../text/report-text.ts';
import { memberName } from '../names.ts';
import type { ReportInput } from '../progress-report.ts';

/** Actions and improvement measures with their owner, deadline and state. */
export function actionsSection({ plan, language, owner }: ReportInput): readonly Block[] {
  const { headings, columns, kinds, works } = reportText[language];
  const isOwn = (who: string | undefined) => owner === undefined || who === owner;
  const actions = [...plan.actions.values()].filter((each) => isOwn(each.owner));
  const measures = [...plan.measures.values()].filter((each) => isOwn(each.owner));
  if (actions.length + measures.length === 0) return [];
  const rows: Row[] = [
    ...actions.map(({ name, owner: who, deadline, status, progress }) => ({
      cells: [name, kinds.action, memberName(plan, who), deadline ?? '–', progressOf(progress), works[status]],
    })),
    ...measures.map(({ name, owner: who, deadline, status }) => ({
      cells: [name, kinds.measure, memberName(plan, who), deadline ?? '–', '', works[status]],
    })),
  ];
  return [
    { is: 'heading', level: 2, text: headings.actions },
    {
      is: 'table',
      columns: [
        { title: columns.name, align: 'left', flexible: true },
        { title: columns.kind, align: 'left', drop: 2 },
        { title: columns.owner, align: 'left' },
        { title: columns.deadline, align: 'left' },
        { title: columns.progress, align: 'right', drop: 1 },
        { title: columns.status, align: 'left' },
      ],
      rows,
    },
  ];
}

function progressOf(progress: Fraction | undefined): string {
  return progress ? `${toDecimal({ n: progress.n * 100n, d: progress.d }, 0)}%` : '';
}
