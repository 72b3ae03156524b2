import { firedTrigger } from '../../analyses/index.ts';
import type { Watch } from '../../model/follow-up.ts';
import type { Id } from '../../model/id.ts';
import type { Block } from '../../model/report.ts';
import { shortText } from '../../text/numbers.ts';
import { reportText } from '../../text/report-text.ts';
import { memberName } from '../names.ts';
import type { ReportInput } from '../progress-report.ts';

/** The plan's risks, with the triggers that have fired and what is to be done about them. */
export function risksSection(input: ReportInput): readonly Block[] {
  const { plan, language, owner } = input;
  const { headings, columns, levels, fired } = reportText[language];
  const risks = [...plan.risks.values()].filter((risk) => owner === undefined || risk.owner === owner);
  if (risks.length === 0) return [];
  const fires = new Map(risks.map((risk) => [risk, risk.watch !== undefined && hasFired(risk.watch, input)]));
  const hasAnyFired = [...fires.values()].includes(true);
  const money = { unit: 'money', decimals: plan.currencyDecimals } as const;
  return [
    { is: 'heading', level: 2, text: headings.risks },
    {
      is: 'table',
      columns: [
        { title: columns.risk, align: 'left', flexible: true },
        { title: columns.likelihood, align: 'left' },
        { title: columns.impact, align: 'right' },
        { title: columns.trigger, align: 'left', ...(hasAnyFired ? { flexible: true } : { drop: 3 }) },
        { title: columns.response, align: 'left', flexible: true, drop: 2 },
        { title: columns.owner, align: 'left', drop: 1 },
      ],
      rows: [...fires].map(([{ name, likelihood, impact, trigger, response, owner: who }, isFired]) => ({
        cells: [
          name,
          likelihood ? { text: levels[likelihood], ...(likelihood === 'high' ? { tone: 'bad' as const } : {}) } : '–',
          impact ? shortText(impact, money, language) : '–',
          isFired ? { text: fired(trigger ?? ''), tone: 'bad' } : (trigger ?? '–'),
          response ?? '–',
          memberName(plan, who),
        ],
      })),
    },
  ];
}

/** A report reads no deals: assumptions on conversions are for `check` to test. */
function hasFired(watch: Watch, { plan, progress, actuals }: ReportInput): boolean {
  const treeOf = (id: Id) => progress.goals.find(({ goal }) => goal.id === id)?.tree;
  return firedTrigger(watch, { plan, actuals, deals: undefined, asOf: progress.asOf, treeOf }) !== undefined;
}
