import { painterOf } from '../formats/colour.ts';
import { colourLevel } from '../formats/colour-level.ts';
import { padEnd, widthOf, wrap } from '../formats/width.ts';
import type { Language } from '../model/language.ts';
import { nearName } from '../model/near-name.ts';
import { RULES } from '../rules/index.ts';
import type { Example, Rule } from '../rules/rule.ts';
import { cliText } from '../text/cli-text.ts';
import { explainText, factsOf } from '../text/explain-text.ts';
import { findingsText } from '../text/findings-text.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { CliError, EXIT, type ExitCode } from './exit.ts';
import { spokenLanguage } from './open-plan.ts';
import { deliver } from './output.ts';

/** `salesplan explain [rule]`: one rule with its examples, or the list of all. */
export async function runExplain(call: Call, context: Context): Promise<ExitCode> {
  const language = spokenLanguage(call, context);
  const [id] = call.operands;
  const width = Math.min(context.stdout.columns ?? 80, 100);
  const colour = colourLevel({
    flag: call.settings.color,
    env: context.env,
    isTerminal: context.stdout.isTerminal && call.settings.output === undefined,
  });
  const rule = id === undefined ? undefined : RULES.get(id);
  if (id !== undefined && !rule) {
    const near = nearName(id, RULES.keys());
    throw new CliError(cliText[language].unknownRule(id), near ? cliText[language].didYouMean([near]) : cliText[language].unknownRuleHint);
  }
  const paint = painterOf(colour);
  deliver(rule ? explained(rule, language, width, paint) : listed(language, paint), call.settings, language, context);
  return EXIT.ok;
}

type Paint = ReturnType<typeof painterOf>;

function explained(rule: Rule, language: Language, width: number, paint: Paint): string {
  const text = explainText[language];
  const { title, why, mend } = rule.explanation[language];
  const paragraph = (label: string, words: string) => [
    paint.tone('strong', label),
    ...wrap(words, width - 2).map((line) => `  ${line}`),
    '',
  ];
  return [
    `${paint.heading(rule.id)}  ${paint.severity(rule.severity, findingsText[language].severities[rule.severity])}`,
    '',
    ...wrap(title, width),
    '',
    ...paragraph(text.why, why),
    ...paragraph(text.mend, mend),
    ...factsOf(rule, language).flatMap((fact) => wrap(fact, width)),
    '',
    paint.tone('strong', text.failing(rule.failing.line, rule.failing.file)),
    ...example(rule.failing, rule.failing, text, paint),
    '',
    paint.tone('strong', text.passing),
    ...example(rule.passing, undefined, text, paint),
    '',
  ].join('\n');
}

type ExplainWords = (typeof explainText)['en'];

/** The plan of an example and the files beside it, the line in question marked; what the plan was before, where that counts. */
function example(
  { plan, files, before }: Example,
  mark: { readonly line: number; readonly file?: string } | undefined,
  text: ExplainWords,
  paint: Paint,
): readonly string[] {
  const markIn = (file: string | undefined) => (mark && mark.file === file ? mark.line : undefined);
  const beside = Object.entries(files ?? {}).flatMap(([name, content]) => [
    `  ${paint.faint(`── ${name}`)}`,
    ...linesOf(content, markIn(name), text, paint),
  ]);
  const then = before === undefined ? [] : [`  ${paint.faint(`── ${text.before}`)}`, ...linesOf(before, undefined, text, paint)];
  return [...linesOf(plan, markIn(undefined), text, paint), ...beside, ...then];
}

function linesOf(content: string | Uint8Array, marked: number | undefined, text: ExplainWords, paint: Paint): readonly string[] {
  if (typeof content !== 'string') return [`  ${text.binary}`];
  return content
    .trimEnd()
    .split('\n')
    .map((line, index) => (index + 1 === marked ? paint.tone('bad', `▸ ${line}`) : `  ${line}`));
}

function listed(language: Language, paint: Paint): string {
  const { severities } = findingsText[language];
  const column = Math.max(...Object.values(severities).map(widthOf));
  const width = Math.max(...[...RULES.keys()].map((id) => id.length));
  const lines = [...RULES.values()]
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(
      ({ id, severity, explanation }) =>
        `${id.padEnd(width)}  ${paint.severity(severity, padEnd(severities[severity], column))}  ${explanation[language].title}`,
    );
  return `${lines.join('\n')}\n`;
}
