import type { Actuals, Exclusion, Reconciliation, Tally } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import { toDecimal } from '../model/fraction.ts';
import type { Language } from '../model/language.ts';
import type { Plan } from '../model/plan.ts';
import type { Block, Report } from '../model/report.ts';
import { exclusionText, unboundText } from '../text/data-text.ts';
import { countText, exactText } from '../text/numbers.ts';
import { reportText } from '../text/report-text.ts';
import { findingBlocks } from './finding-blocks.ts';

export interface StatusInput {
  readonly plan: Plan;
  readonly display: string;
  readonly actuals: Actuals | undefined;
  readonly findings: readonly Finding[];
  readonly language: Language;
}

const KINDS = ['read', 'used', 'unassigned', 'outside', 'excluded', 'rejected'] as const;

/** What became of every row, by source, in rows and amount; labels that matched only after folding; findings with file and line. */
export function statusReport({ plan, display, actuals, findings, language }: StatusInput): Report {
  const text = reportText[language];
  const title = text.statusTitle(plan.name);
  const blocks: Block[] = [{ is: 'heading', level: 1, text: title }];
  if (!actuals) blocks.push({ is: 'text', text: text.noActuals, tone: 'warn' });
  for (const each of actuals?.reconciliations ?? []) blocks.push(...sourceBlocks(each, plan, language));
  for (const { source, columns } of actuals?.unboundColumns ?? []) {
    if (columns.length > 0)
      blocks.push({ is: 'text', text: unboundText[language](source, columns.map((name) => name || '–').join(', ')), tone: 'muted' });
  }
  if (actuals && actuals.folded.length > 0) blocks.push(...foldedBlocks(actuals, language));
  if (findings.length > 0) blocks.push(...findingBlocks(findings, language));
  return { id: 'actual-status', title, data: dataOf(plan, display, actuals, findings), blocks };
}

function dataOf(plan: Plan, display: string, actuals: Actuals | undefined, findings: readonly Finding[]) {
  const tally = ({ rows, amount }: Tally) => ({ rows, amount: toDecimal(amount, plan.currencyDecimals) });
  return {
    version: 1,
    plan: display,
    sources: (actuals?.reconciliations ?? []).map((each) => ({
      source: each.source,
      ...Object.fromEntries(KINDS.map((kind) => [kind, tally(each[kind])])),
      excludedAs: Object.fromEntries([...each.excludedAs].map(([kind, one]) => [kind, tally(one)])),
      latest: each.latest ?? null,
    })),
    folded: actuals?.folded ?? [],
    unboundColumns: actuals?.unboundColumns ?? [],
    latest: actuals?.latest ?? null,
    data: actuals?.hash ?? null,
    findings: findings.map(({ rule, severity, message, help, place }) => ({
      rule,
      severity,
      message,
      help,
      file: place.file,
      line: place.line,
    })),
  };
}

/** What became of the rows of one source. */
export function sourceBlocks(each: Reconciliation, plan: Plan, language: Language): readonly Block[] {
  const { tallies, columns } = reportText[language];
  const money = { unit: 'money', decimals: plan.currencyDecimals } as const;
  const rowOf = (title: string, { rows, amount }: Tally, indent: number, isWarning: boolean) => ({
    cells: [title, countText(rows), exactText(amount, money)],
    indent,
    ...(isWarning ? { tone: 'warn' as const } : {}),
  });
  const isOwn = (plan.actuals.get(each.source)?.where.size ?? 0) > 0;
  const why = (kind: Exclusion) => exclusionText[language][kind === 'where' && !isOwn ? 'open' : kind];
  return [
    { is: 'heading', level: 2, text: each.source },
    {
      is: 'table',
      columns: [
        { title: columns.what, align: 'left' },
        { title: columns.rows, align: 'right' },
        { title: columns.amount, align: 'right' },
      ],
      rows: KINDS.flatMap((kind) => [
        rowOf(tallies[kind], each[kind], kind === 'read' ? 0 : kind === 'unassigned' || kind === 'outside' ? 2 : 1, isWarned(kind, each)),
        ...(kind === 'excluded' ? [...each.excludedAs].map(([one, tally]) => rowOf(why(one), tally, 2, false)) : []),
      ]),
    },
  ];
}

function isWarned(kind: (typeof KINDS)[number], each: Reconciliation): boolean {
  return (kind === 'rejected' || kind === 'unassigned') && each[kind].rows > 0;
}

function foldedBlocks({ folded }: Actuals, language: Language): readonly Block[] {
  const { columns, headings, folded: words } = reportText[language];
  return [
    { is: 'heading', level: 2, text: headings.data },
    { is: 'text', text: words(folded.length) },
    {
      is: 'table',
      columns: [
        { title: columns.source, align: 'left', drop: 1 },
        { title: columns.label, align: 'left', flexible: true },
        { title: columns.means, align: 'left' },
        { title: columns.rows, align: 'right' },
      ],
      rows: folded.map(({ source, label, id, rows }) => ({ cells: [source, JSON.stringify(label), id, String(rows)] })),
    },
  ];
}
