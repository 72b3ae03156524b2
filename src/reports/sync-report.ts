import type { SnapshotChange } from '../analyses/index.ts';
import type { Reconciliation, Tally } from '../model/fact.ts';
import { RECONCILED } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import { type Fraction, toDecimal } from '../model/fraction.ts';
import type { Id } from '../model/id.ts';
import type { Language } from '../model/language.ts';
import type { Plan } from '../model/plan.ts';
import type { Block, Report } from '../model/report.ts';
import { countText, exactText, signed } from '../text/numbers.ts';
import { syncText } from '../text/sync-text.ts';
import { findingBlocks } from './finding-blocks.ts';
import { sourceBlocks } from './status-report.ts';

/** What `sync` read and wrote. */
export interface SyncInput {
  readonly plan: Plan;
  readonly display: string;
  readonly file: string;
  readonly sources: readonly { readonly id: Id; readonly from: string; readonly time: string; readonly reconciliation: Reconciliation }[];
  readonly rows: { readonly total: number; readonly added: number; readonly changed: number; readonly removed: number };
  /** Undefined: there was no snapshot before. */
  readonly changes: readonly SnapshotChange[] | undefined;
  readonly findings: readonly Finding[];
  /** Nothing is written. */
  readonly isDry: boolean;
  readonly language: Language;
}

/** More rows than this are many for a file in git. */
const MANY_ROWS = 50_000;

/** What was read of each table, which closed months changed, what was written. */
export function syncReport(input: SyncInput): Report {
  const { plan, file, sources, rows, changes, findings, isDry, language } = input;
  const text = syncText[language];
  const title = isDry ? text.dryTitle(plan.name) : text.title(plan.name);
  const blocks: Block[] = [{ is: 'heading', level: 1, text: title }];
  for (const { from, time, reconciliation } of sources) {
    const [heading, ...others] = sourceBlocks(reconciliation, plan, language);
    if (heading) blocks.push(heading, { is: 'text', text: text.from(from, time) }, ...others);
  }
  blocks.push(...changeBlocks(changes, plan, language));
  if (findings.length > 0) blocks.push(...findingBlocks(findings, language));
  const { total, added, changed, removed } = rows;
  const written = text.written(file, countText(total), countText(added), countText(changed), countText(removed));
  blocks.push({ is: 'text', text: added + changed + removed === 0 ? text.unchanged(file) : written });
  if (isDry) blocks.push({ is: 'text', text: text.dry });
  if (total > MANY_ROWS) blocks.push({ is: 'text', text: text.tooMany(countText(total)), tone: 'warn' });
  return { id: 'sync', title, data: dataOf(input), blocks };
}

function dataOf({ plan, display, file, sources, rows, changes, findings }: SyncInput) {
  const decimals = (metric: Id) => plan.metrics.get(metric)?.decimals ?? 2;
  const tally = ({ rows: count, amount }: Tally) => ({ rows: count, amount: toDecimal(amount, plan.currencyDecimals) });
  return {
    version: 1,
    plan: display,
    file,
    sources: sources.map(({ id, from, time, reconciliation }) => ({
      source: id,
      from,
      time: `${time.replace(' ', 'T')}Z`,
      ...Object.fromEntries(RECONCILED.map((kind) => [kind, tally(reconciliation[kind])])),
    })),
    rows,
    changes:
      changes?.map(({ source, metric, month, before, after, difference, isClosed }) => ({
        source,
        metric,
        month,
        before: toDecimal(before, decimals(metric)),
        after: toDecimal(after, decimals(metric)),
        difference: toDecimal(difference, decimals(metric)),
        isClosed,
      })) ?? null,
    findings: findings.map(({ rule, severity, message, help }) => ({ rule, severity, message, help })),
  };
}

function changeBlocks(changes: readonly SnapshotChange[] | undefined, plan: Plan, language: Language): readonly Block[] {
  const text = syncText[language];
  if (!changes) return [{ is: 'text', text: text.first }];
  if (changes.length === 0) return [];
  const late = changes.filter(({ isClosed }) => isClosed);
  const heading: Block = { is: 'heading', level: 2, text: text.changes };
  const table: Block = {
    is: 'table',
    columns: [
      { title: text.columns.month, align: 'left' },
      { title: text.columns.metric, align: 'left', drop: 1 },
      { title: text.columns.before, align: 'right', drop: 2 },
      { title: text.columns.after, align: 'right' },
      { title: text.columns.change, align: 'right' },
    ],
    rows: changes.map(({ month, metric, before, after, difference, isClosed }) => ({
      cells: [
        text.month(month),
        nameOf(metric, plan),
        ...[before, after].map((value) => exact(value, metric, plan)),
        signed(exact(difference, metric, plan), language),
      ],
      ...(isClosed ? { tone: 'warn' as const } : {}),
    })),
  };
  if (late.length === 0) return [heading, table];
  const items = late.map((change) => ({ text: sentenceOf(change, plan, language), tone: 'warn' as const }));
  return [heading, { is: 'text', text: text.lateCount(late.length) }, { is: 'list', items }, table];
}

/** «March 2026 rose by 12,300 since the last snapshot». */
function sentenceOf({ month, metric, difference }: SnapshotChange, plan: Plan, language: Language): string {
  const text = syncText[language];
  const isMore = difference.n > 0n;
  const size: Fraction = isMore ? difference : { n: -difference.n, d: difference.d };
  return text.late(text.month(month), nameOf(metric, plan), exact(size, metric, plan), isMore);
}

function nameOf(metric: Id, plan: Plan): string {
  return plan.metrics.get(metric)?.name ?? metric;
}

function exact(value: Fraction, metric: Id, plan: Plan): string {
  return exactText(value, plan.metrics.get(metric) ?? { unit: 'money', decimals: plan.currencyDecimals });
}
