import type { Progress } from '../analyses/index.ts';
import type { Language } from '../model/language.ts';
import type { Plan } from '../model/plan.ts';
import type { GoalTree } from '../model/subgoal.ts';
import { type LspText, lspText } from '../text/lsp-text.ts';

/** What is known of a plan beside its text: what a hover computes with. */
export interface Known {
  readonly plan: Plan;
  readonly trees: readonly GoalTree[];
  /** Undefined where the data were not read. */
  readonly progress: Progress | undefined;
  readonly language: Language;
}

export type Label = keyof LspText['labels'];
export type Fact = readonly [label: Label, value: string | undefined];

/** Facts as lines of Markdown; those without a value are left out. */
export function factLines(facts: readonly Fact[], language: Language): string {
  const { labels, colon } = lspText[language];
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [`- ${labels[label]}${colon}${value}`])).join('\n');
}

/** Names in a sentence, the first few of many. */
export function listed(names: readonly string[], language: Language, most = 4): string | undefined {
  if (names.length === 0) return undefined;
  const { comma, more } = lspText[language];
  const shown = names.slice(0, most).map(escaped).join(comma);
  return names.length > most ? `${shown}${language === 'zh' ? '' : ', '}${more(names.length - most)}` : shown;
}

/** Text of the plan is data: nothing in it means anything to Markdown. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~]/g, '\\$&').replace(/\s+/g, ' ');
}
