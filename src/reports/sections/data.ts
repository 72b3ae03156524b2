import type { Tally } from '../../model/fact.ts';
import type { Block } from '../../model/report.ts';
import { dataFindingsText } from '../../text/data-text.ts';
import { countText, shortText } from '../../text/numbers.ts';
import { reportText } from '../../text/report-text.ts';
import type { ReportInput } from '../progress-report.ts';

/** What the numbers rest on: the reconciliation, and what to look at in the data. */
export function dataSection({ plan, progress, actuals, dataFindings, language }: ReportInput): readonly Block[] {
  const text = reportText[language];
  const head: Block = { is: 'heading', level: 2, text: text.headings.data };
  if (!actuals) return [head, { is: 'text', text: text.noActuals, tone: 'warn' }];
  const { read, used, excluded, rejected, unassigned, outside } = progress.reconciliation;
  const rows = (tally: Tally) => countText(tally.rows);
  const amount = (tally: Tally) => shortText(tally.amount, { unit: 'money', decimals: plan.currencyDecimals }, language);
  const items: { text: string; tone?: 'warn' | 'bad' }[] = [
    { text: text.reconciled(rows(read), rows(used), rows(excluded), rows(rejected)) },
  ];
  if (unassigned.rows > 0) items.push({ text: text.unassignedRows(rows(unassigned), amount(unassigned)), tone: 'warn' });
  if (outside.rows > 0) items.push({ text: text.outsideRows(rows(outside), amount(outside)) });
  if (actuals.folded.length > 0) items.push({ text: text.folded(actuals.folded.length) });
  if (dataFindings > 0) items.push({ text: dataFindingsText[language](dataFindings), tone: 'warn' });
  return [head, { is: 'list', items }];
}
