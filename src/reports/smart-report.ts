import { type Evidence, type EvidenceValue, plainValues, type SmartCard, type SubgoalCount, type Verdict } from '../analyses/index.ts';
import type { Language } from '../model/language.ts';
import type { Plan } from '../model/plan.ts';
import type { Block, Records, Report, Tone } from '../model/report.ts';
import { percentText, shortText } from '../text/numbers.ts';
import { smartText } from '../text/smart-text.ts';

const TONES: Readonly<Record<Verdict, Tone>> = { pass: 'good', weak: 'warn', fail: 'bad' };

/** A card for each goal: five letters, each with its evidence, never a bare grade. The contract of `schemas/smart.schema.json`. */
export function smartReport(plan: Plan, display: string, asOf: string, cards: readonly SmartCard[], language: Language): Report {
  const text = smartText[language];
  const title = text.title(plan.name);
  const blocks: Block[] = [{ is: 'heading', level: 1, text: title }, ...cards.flatMap((card) => blocksOf(card, language))];
  const goals = cards.map(({ goal, letters, subgoals }) => ({
    id: goal.id,
    letters: letters.map(({ letter, verdict, evidence }) => ({
      letter,
      verdict,
      evidence: evidence.map((each) => ({
        says: each.says,
        verdict: each.verdict,
        missing: each.isMissing,
        text: sentence(each, language),
        values: plainValues(each.values),
      })),
    })),
    subgoals,
  }));
  return { id: 'smart', title, data: { version: 1, plan: display, asOf, goals }, blocks, records: recordsOf(goals) };
}

interface CardData {
  readonly id: string;
  readonly letters: readonly {
    readonly letter: string;
    readonly verdict: Verdict;
    readonly evidence: readonly { readonly says: string; readonly verdict: Verdict; readonly missing: boolean; readonly text: string }[];
  }[];
}

/** A row for every piece of evidence; a card a line in JSON lines. */
function recordsOf(goals: readonly CardData[]): Records {
  return {
    columns: ['goal', 'letter', 'verdict', 'says', 'evidence', 'missing', 'text'],
    rows: goals.flatMap(({ id, letters }) =>
      letters.flatMap(({ letter, verdict, evidence }) =>
        evidence.map((each) => [id, letter, verdict, each.says, each.verdict, each.missing, each.text]),
      ),
    ),
    objects: goals,
  };
}

/** A letter with its verdict, its evidence below: sentences wrap, arithmetic is never cut. */
function blocksOf({ goal, letters, subgoals }: SmartCard, language: Language): readonly Block[] {
  const text = smartText[language];
  return [
    { is: 'heading', level: 2, text: goal.name },
    ...letters.flatMap(({ letter, verdict, evidence }): readonly Block[] => [
      { is: 'text', text: `${text.verdicts[verdict]}${text.colon}${text.letters[letter] ?? letter}`, tone: TONES[verdict] },
      {
        is: 'list',
        items: evidence.map((each) => ({
          text: sentence(each, language),
          ...(each.verdict === 'pass' ? {} : { tone: each.isMissing ? ('muted' as const) : TONES[each.verdict] }),
        })),
      },
    ]),
    { is: 'text', text: subgoalsText(subgoals, language) },
  ];
}

/** How many parts there are, and what some of them lack. */
function subgoalsText(subgoals: SubgoalCount, language: Language): string {
  const text = smartText[language];
  if (subgoals.count === 0) return text.noSubgoals;
  const lacks = [
    ...(subgoals.withoutOwner > 0 ? [text.withoutOwner(subgoals.withoutOwner)] : []),
    ...(subgoals.withoutNumber > 0 ? [text.withoutNumber(subgoals.withoutNumber)] : []),
    ...(subgoals.late > 0 ? [text.late(subgoals.late)] : []),
    ...(subgoals.dueWithGoal > 0 ? [text.dueWithGoal(subgoals.dueWithGoal)] : []),
  ];
  return text.subgoals(subgoals.count, subgoals.leaves, subgoals.owners) + (lacks.length > 0 ? text.lacks(lacks) : text.complete);
}

function sentence({ says, values }: Evidence, language: Language): string {
  const told = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, shown(value, language)]));
  return smartText[language].evidence[says]?.(told) ?? says;
}

function shown(value: EvidenceValue, language: Language): string {
  if (typeof value !== 'object') return String(value);
  return 'metric' in value ? shortText(value.value, value.metric, language) : percentText(value);
}
