import type { PlanComment } from '../model/comment.ts';
import { type Day, parseDay } from '../model/day.ts';
import type { Finding, Place, Problem, Suppressed } from '../model/finding.ts';
import { nearName } from '../model/near-name.ts';
import { RULES } from './index.ts';

/** A waiver in a comment: `salesplan-ignore-next-line RULE[, RULE] until DATE -- REASON`. */
interface Waiver {
  readonly comment: PlanComment;
  readonly rules: readonly string[];
  readonly until: Day | undefined;
  /** What stands for a day and is none. */
  readonly badDate: string | undefined;
  readonly reason: string | undefined;
}

/** Input methods make long dashes of two hyphens. */
const FORM =
  /^\s*salesplan-ignore(?:-next-line)?\s+(?<rules>[^\s,，]+(?:\s*[,，]\s*[^\s,，]+)*)(?:\s+until\s+(?<until>\S+))?(?:\s+(?:--|[—–]+)\s*(?<reason>.*))?\s*$/;
/** What is meant to be one. */
const MARK = /^\s*salesplan-ignore(?:-next-line)?(?![\w-])\s*(?<rest>.*?)\s*$/;

/**
 * Takes out the findings that a comment waives, and tells the waivers that give no reason, have run out or hide nothing.
 * An expired waiver, and one without a reason, hides nothing. `syntax` rules can't be waived.
 */
export function applyWaivers(
  findings: readonly Finding[],
  comments: readonly PlanComment[],
  asOf: Day,
  wasLookedFor: (rule: string) => boolean,
): Waived {
  const waivers = comments.flatMap(waiverOf);
  const used = new Set<Waiver>();
  const waived: Suppressed[] = [];
  const kept = findings.filter((finding) => {
    const hiding = waivers.filter((waiver) => isInForce(waiver, asOf) && hides(waiver, finding));
    for (const waiver of hiding) used.add(waiver);
    if (hiding[0]) waived.push({ finding, by: 'waiver', reason: hiding[0].reason });
    return hiding.length === 0;
  });
  return {
    kept,
    waived,
    problems: waivers.flatMap((waiver) => complain(waiver, used.has(waiver) || !waiver.rules.every(wasLookedFor), asOf)),
  };
}

/** What is left, what was taken out, and what is wrong with the waivers themselves. */
interface Waived {
  readonly kept: readonly Finding[];
  readonly waived: readonly Suppressed[];
  readonly problems: readonly Problem[];
}

function waiverOf(comment: PlanComment): readonly Waiver[] {
  const parts = FORM.exec(comment.text)?.groups;
  const rest = MARK.exec(comment.text)?.groups?.rest;
  if (!parts) return rest === undefined ? [] : [{ comment, rules: [rest], until: undefined, badDate: undefined, reason: undefined }];
  const [reason, until] = [parts.reason?.trim(), parseDay(parts.until ?? '')];
  const badDate = until === undefined ? parts.until : undefined;
  return [{ comment, rules: (parts.rules ?? '').split(/\s*[,，]\s*/), until, badDate, reason: reason || undefined }];
}

function isInForce(waiver: Waiver, asOf: Day): boolean {
  return waiver.reason !== undefined && waiver.badDate === undefined && (waiver.until === undefined || asOf <= waiver.until);
}

function hides({ comment, rules }: Waiver, { rule, place }: Finding): boolean {
  if (!comment.covers || rule.startsWith('syntax/') || place.file !== comment.file) return false;
  return rules.includes(rule) && place.line >= comment.covers.from && place.line <= comment.covers.to;
}

function complain(waiver: Waiver, isUsed: boolean, asOf: Day): readonly Problem[] {
  const args = { rule: waiver.rules.join(', '), until: waiver.until ?? waiver.badDate, ...unknownIn(waiver) };
  const problem = (rule: string, more: Problem['args'] = {}): readonly Problem[] => [
    { rule, spot: { in: 'text', place: placeOf(waiver.comment) }, args: { ...args, ...more } },
  ];
  if (waiver.reason === undefined) return problem('suppress/no-reason');
  if (waiver.badDate !== undefined) return problem('suppress/expired', { is: 'no-day' });
  if (waiver.until !== undefined && asOf > waiver.until) return problem('suppress/expired');
  return isUsed ? [] : problem('suppress/unused');
}

/** The first of the rules that there is not, and what was meant. */
function unknownIn({ rules }: Waiver): Problem['args'] {
  const unknown = rules.find((rule) => !RULES.has(rule));
  return unknown === undefined ? {} : { unknown, nearest: nearName(unknown, RULES.keys()) };
}

function placeOf({ file, line, column, text }: PlanComment): Place {
  return { file, line, column, endLine: line, endColumn: column + 1 + [...text].length };
}
