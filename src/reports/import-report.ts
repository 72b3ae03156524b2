import type { MonthChange } from '../analyses/actuals-change.ts';
import type { Actuals, Reconciliation } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import { type Fraction, minus, NOUGHT, toDecimal } from '../model/fraction.ts';
import type { Language } from '../model/language.ts';
import type { Plan } from '../model/plan.ts';
import type { Block, Report } from '../model/report.ts';
import { importText } from '../text/import-text.ts';
import { countText, exactText, signed } from '../text/numbers.ts';
import { reportText } from '../text/report-text.ts';
import { findingBlocks } from './finding-blocks.ts';

export interface ImportInput {
  readonly plan: Plan;
  readonly display: string;
  readonly source: string;
  /** The file that comes in, and where it goes, as the person calls them. */
  readonly file: string;
  readonly target: string;
  readonly isReplaced: boolean;
  readonly isWritten: boolean;
  readonly before: Actuals | undefined;
  readonly after: Actuals | undefined;
  readonly changes: readonly MonthChange[];
  readonly same: number;
  /** In the rows of the file. */
  readonly findings: readonly Finding[];
  readonly language: Language;
}

const KINDS = ['read', 'used', 'unassigned', 'outside', 'excluded', 'rejected'] as const;

/** What a file would change: rows of its source, and every month of every metric that gets another number. */
export function importReport(input: ImportInput): Report {
  const text = importText[input.language];
  const title = text.title(input.file, input.target);
  const blocks: Block[] = [
    { is: 'heading', level: 1, text: title },
    { is: 'heading', level: 2, text: text.rows },
    rowsTable(input),
    { is: 'heading', level: 2, text: text.months },
    ...(input.changes.length === 0 ? [{ is: 'text' as const, text: text.nothing }] : [changesTable(input)]),
    ...(input.same > 0 ? [{ is: 'text' as const, text: text.same(input.same), tone: 'muted' as const }] : []),
    ...(input.findings.length > 0 ? findingBlocks(input.findings, input.language) : []),
    ...(input.isWritten ? [] : [{ is: 'text' as const, text: text.dry(input.target, input.isReplaced) }]),
  ];
  return { id: 'import', title, data: dataOf(input), blocks };
}

function dataOf(input: ImportInput) {
  const { plan, display, source, file, target, isReplaced, isWritten, before, after, changes, same, findings } = input;
  const rows = (actuals: Actuals | undefined) => {
    const found = reconciliationOf(actuals, source);
    return Object.fromEntries(KINDS.map((kind) => [kind, found?.[kind].rows ?? 0]));
  };
  return {
    version: 1,
    plan: display,
    source,
    file,
    target,
    replaces: isReplaced,
    written: isWritten,
    rows: { before: rows(before), after: rows(after) },
    changes: changes.map((change) => {
      const decimals = plan.metrics.get(change.metric)?.decimals ?? 2;
      const text = (value: Fraction | undefined) => (value ? toDecimal(value, decimals) : null);
      return { metric: change.metric, month: change.month, before: text(change.before), after: text(change.after) };
    }),
    unchanged: same,
    findings: findings.length,
  };
}

function reconciliationOf(actuals: Actuals | undefined, source: string): Reconciliation | undefined {
  return actuals?.reconciliations.find((each) => each.source === source);
}

function rowsTable({ before, after, source, language }: ImportInput): Block {
  const { columns } = importText[language];
  const [old, now] = [reconciliationOf(before, source), reconciliationOf(after, source)];
  return {
    is: 'table',
    columns: [
      { title: columns.what, align: 'left' },
      { title: columns.before, align: 'right' },
      { title: columns.after, align: 'right' },
    ],
    rows: KINDS.map((kind) => ({
      cells: [reportText[language].tallies[kind], countText(old?.[kind].rows ?? 0), countText(now?.[kind].rows ?? 0)],
      indent: kind === 'read' ? 0 : kind === 'unassigned' || kind === 'outside' ? 2 : 1,
    })),
  };
}

function changesTable({ changes, plan, language }: ImportInput): Block {
  const { columns } = importText[language];
  return {
    is: 'table',
    columns: [
      { title: columns.metric, align: 'left', flexible: true },
      { title: columns.month, align: 'left' },
      { title: columns.before, align: 'right' },
      { title: columns.after, align: 'right' },
      { title: columns.change, align: 'right', drop: 1 },
    ],
    rows: changes.map(({ metric: id, month, before, after }) => {
      const metric = plan.metrics.get(id);
      const form = metric ?? { unit: 'money' as const, decimals: plan.currencyDecimals };
      const shown = (value: Fraction | undefined) => (value ? exactText(value, form) : '–');
      return {
        cells: [
          metric?.name ?? id,
          month,
          shown(before),
          shown(after),
          signed(exactText(minus(after ?? NOUGHT, before ?? NOUGHT), form), language),
        ],
        ...(before && !after ? { tone: 'warn' as const } : {}),
      };
    }),
  };
}
