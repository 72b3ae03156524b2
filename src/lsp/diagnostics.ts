import type { Diagnostic, DiagnosticSeverity, Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Place, Severity } from '../model/finding.ts';

/** As the protocol numbers them. */
const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, info: 3 };
const UNNECESSARY = 1;

/** Findings in the protocol's words; `textOf` gives the text that a place of a file is in. */
export function diagnosticOf(finding: Finding, textOf: (path: string) => TextDocument): Diagnostic {
  const { rule, severity, message, help, place, related } = finding;
  return {
    range: rangeOf(place, textOf(place.file)),
    severity: SEVERITIES[severity],
    source: 'salesplan',
    code: rule,
    message: help === '' ? message : `${message}\n${help}`,
    ...(rule === 'suppress/unused' ? { tags: [UNNECESSARY] } : {}),
    relatedInformation: related.map((each) => {
      const document = textOf(each.place.file);
      return { location: { uri: document.uri, range: rangeOf(each.place, document) }, message: each.message };
    }),
  };
}

/** A place counts lines and code points from 1, the protocol lines and UTF-16 units from 0. */
export function rangeOf({ line, column, endLine, endColumn }: Place, document: TextDocument): Range {
  return { start: positionOf(line, column, document), end: positionOf(endLine, endColumn, document) };
}

function positionOf(line: number, column: number, document: TextDocument): Range['start'] {
  const start = { line: line - 1, character: 0 };
  const text = document.getText({ start, end: { line, character: 0 } });
  const before = [...text].slice(0, column - 1).join('');
  return { line: line - 1, character: before.replace(/[\r\n]+$/, '').length };
}
