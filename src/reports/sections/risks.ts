import type { Block } from '../../model/report.ts';
import { shortText } from '../../text/numbers.ts';
import { reportText } from '../../text/report-text.ts';
import type { ReportInput } from '../progress-report.ts';

/** The plan's risks, with what is to be done about them. */
export function risksSection({ plan, language, owner }: ReportInput): readonly Block[] {
  const { headings, columns, levels } = reportText[language];
  const risks = [...plan.risks.values()].filter((risk) => owner === undefined || risk.owner === owner);
  if (risks.length === 0) return [];
  const money = { unit: 'money', decimals: plan.currencyDecimals } as const;
  return [
    { is: 'heading', level: 2, text: headings.risks },
    {
      is: 'table',
      columns: [
        { title: columns.risk, align: 'left', flexible: true },
        { title: columns.likelihood, align: 'left' },
        { title: columns.impact, align: 'right' },
        { title: columns.response, align: 'left', flexible: true, drop: 2 },
        { title: columns.owner, align: 'left', drop: 1 },
      ],
      rows: risks.map(({ name, likelihood, impact, response, owner: who }) => ({
        cells: [
          name,
          likelihood ? { text: levels[likelihood], ...(likelihood === 'high' ? { tone: 'bad' as const } : {}) } : '–',
          impact ? shortText(impact, money, language) : '–',
          response ?? '–',
          who === undefined ? '–' : (plan.members.get(who)?.name ?? who),
        ],
      })),
    },
  ];
}
