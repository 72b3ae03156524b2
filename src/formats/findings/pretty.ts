import type { Finding, Place } from '../../model/finding.ts';
import { findingsText } from '../../text/findings-text.ts';
import { type Painter, painterOf } from '../colour.ts';
import { visible } from '../escape.ts';
import { cut, padStart, widthOf, wrap } from '../width.ts';
import { allIsWell, notesOf, summaryLine } from './all-is-well.ts';
import type { CheckResult, FindingsEnvironment } from './format.ts';

/** More of one file are counted, not printed. */
const SHOWN = 100;

/** For people: place, rule, message, the lines with the place marked, how to mend it; one line when all is well. */
export function pretty(result: CheckResult, environment: FindingsEnvironment): string {
  const text = findingsText[environment.language];
  const paint = painterOf(environment.colour);
  const { findings } = result;
  if (findings.length === 0) return allIsWell(result, environment, (line) => paint.tone('good', line));
  const summary = summaryLine(result, environment);
  const shown = findings.slice(0, SHOWN);
  const parts = shown.map((finding) => show(finding, result, environment, paint));
  if (findings.length > SHOWN) parts.push(`${text.more(findings.length - SHOWN)}\n`);
  const space = environment.language === 'zh' ? '' : ' ';
  const tip = environment.isQuiet ? '' : `${space}${text.explain(shown[0]?.rule ?? '')}`;
  const fixable = environment.isQuiet ? '' : fixableLine(findings, environment);
  const notes = notesOf(result, environment).map((line) => `${line}\n`);
  const end = environment.language === 'zh' ? '。' : '.';
  return `${parts.join('\n')}\n${paint.tone('strong', summary)}${end}${tip}\n${fixable}${notes.join('')}`;
}

/** How many could be mended by the program; nothing where none can. */
function fixableLine(findings: readonly Finding[], { language }: FindingsEnvironment): string {
  const safe = findings.filter((finding) => finding.fix?.safe).length;
  const unsafe = findings.filter((finding) => finding.fix?.safe === false).length;
  return safe + unsafe === 0 ? '' : `${findingsText[language].fixable(safe, unsafe)}\n`;
}

function show(finding: Finding, result: CheckResult, environment: FindingsEnvironment, paint: Painter): string {
  const text = findingsText[environment.language];
  const { place, severity, rule } = finding;
  const head = `${paint.accent(`${visible(place.file)}:${place.line}:${place.column}`)}  ${paint.severity(severity, text.severities[severity])}  ${paint.faint(rule)}${mark(finding, text)}`;
  const message = wrap(visible(finding.message), environment.width - 2).map((line) => `  ${line}`);
  const related = finding.related.flatMap((each) => [
    `  ${paint.faint(`${visible(each.place.file)}:${each.place.line}:${each.place.column} ${visible(each.message)}`)}`,
  ]);
  const help = wrap(visible(finding.help), environment.width - 4).map((line, index) => `  ${index === 0 ? '→' : ' '} ${line}`);
  return `${[head, ...message, ...frame(place, result, environment, paint), ...related, ...help].join('\n')}\n`;
}

function mark({ fix }: Finding, text: (typeof findingsText)['en']): string {
  return fix ? `  ${fix.safe ? text.fixableMark : text.unsafeMark}` : '';
}

/** The line before and the line itself, with the place underlined; a long line is cut around the place. */
function frame(place: Place, result: CheckResult, { width }: FindingsEnvironment, paint: Painter): readonly string[] {
  const lines = result.lines(place.file);
  const line = lines?.[place.line - 1];
  if (line === undefined) return [];
  const digits = String(place.line).length;
  const gutter = (number: number | undefined, sign: string) =>
    `  ${sign} ${padStart(number === undefined ? '' : String(number), digits)} │ `;
  const room = Math.max(20, width - digits - 8);
  const view = viewOf(line, place, room);
  const before = lines?.[place.line - 2];
  const caret = paint.severity('error', '^'.repeat(Math.max(1, view.length)));
  return [
    ...(before === undefined || before.trim() === '' ? [] : [paint.faint(gutter(place.line - 1, ' ') + cut(visible(before), room))]),
    gutter(place.line, '▸') + view.text,
    paint.faint(gutter(undefined, ' ')) + ' '.repeat(view.start) + caret,
  ];
}

/** What of a line is shown, and where in it (in columns of the terminal) the place starts and how long it is. */
function viewOf(line: string, place: Place, room: number): { readonly text: string; readonly start: number; readonly length: number } {
  const letters = [...line];
  const end = place.endLine > place.line ? letters.length : place.endColumn - 1;
  const before = visible(letters.slice(0, place.column - 1).join(''));
  const marked = visible(letters.slice(place.column - 1, Math.max(end, place.column)).join(''));
  const after = visible(letters.slice(Math.max(end, place.column)).join(''));
  const shown = widthOf(before) > room / 2 ? `…${[...before].slice(-Math.floor(room / 4)).join('')}` : before;
  const start = widthOf(shown);
  return { text: cut(shown + marked + after, room), start, length: Math.min(widthOf(marked), room - start) };
}
