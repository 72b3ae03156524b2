import { applyFixes } from '../edit/apply-fixes.ts';
import type { Finding, Fix } from '../model/finding.ts';
import type { Language } from '../model/language.ts';
import { lspText } from '../text/lsp-text.ts';
import type { Stretch } from './manuscript.ts';

/** Something that the editor can do about findings. */
export interface Action {
  readonly is: 'fix' | 'ignore' | 'fix-all';
  readonly title: string;
  /** What it does away with. */
  readonly findings: readonly Finding[];
  readonly edits: readonly { readonly stretch: Stretch; readonly text: string }[];
  /** Where the person has to write on: the reason of a waiver. */
  readonly goOn: { readonly line: number; readonly character: number } | undefined;
}

/** What can be done about the findings of a file at some lines (from 1): its fixes, then a waiver for each rule. */
export function actionsAt(
  file: { readonly path: string; readonly text: string },
  findings: readonly Finding[],
  lines: { readonly from: number; readonly to: number },
  language: Language,
): readonly Action[] {
  const own = findings.filter(({ place }) => place.file === file.path);
  const here = own.filter(({ place }) => place.line <= lines.to && place.endLine >= lines.from);
  return [
    ...here.flatMap((finding) => fixOf(finding, file.text)),
    ...here.flatMap((finding) => waiverFor(finding, file, language)),
    ...fixAllOf(own, file.text, language),
  ];
}

function fixOf(finding: Finding, text: string): readonly Action[] {
  const { fix, help } = finding;
  if (!fix || applyFixes(text, [fix]).applied.length === 0) return [];
  return [{ is: 'fix', title: help, findings: [finding], edits: editsOf(fix), goOn: undefined }];
}

function editsOf({ file, edits }: Fix): Action['edits'] {
  return edits.map(({ start, end, text }) => ({ stretch: { path: file, start, end }, text }));
}

/** A waiver counts once a reason is written; till then check asks for one. Syntax can't be waived, nor can waivers. */
function waiverFor(finding: Finding, file: { readonly path: string; readonly text: string }, language: Language): readonly Action[] {
  const { rule, place } = finding;
  if (/^(?:syntax|suppress|data)\//.test(rule)) return [];
  const start = startOfLine(file.text, place.line);
  const indent = /^[ ]*/.exec(file.text.slice(start))?.[0] ?? '';
  const comment = `${indent}# salesplan-ignore-next-line ${rule} -- `;
  const newline = file.text.includes('\r\n') ? '\r\n' : '\n';
  return [
    {
      is: 'ignore',
      title: lspText[language].ignore(rule),
      findings: [finding],
      edits: [{ stretch: { path: file.path, start, end: start }, text: `${comment}${newline}` }],
      goOn: { line: place.line - 1, character: comment.length },
    },
  ];
}

function startOfLine(text: string, line: number): number {
  let at = 0;
  for (let count = 1; count < line; count++) at = text.indexOf('\n', at) + 1;
  return at;
}

/** All safe fixes of a file that can be made at once. */
function fixAllOf(own: readonly Finding[], text: string, language: Language): readonly Action[] {
  const safe = own.flatMap(({ fix }) => (fix?.safe === true ? [fix] : []));
  const { applied } = applyFixes(text, safe);
  if (applied.length === 0) return [];
  return [{ is: 'fix-all', title: lspText[language].fixAll, findings: [], edits: applied.flatMap(editsOf), goOn: undefined }];
}
