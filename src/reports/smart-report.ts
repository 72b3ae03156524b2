import type { Evidence, SmartCard, Verdict } from '../analyses/index.ts';
import type { Language } from '../model/language.ts';
import type { Plan } from '../model/plan.ts';
import type { Block, Report, Tone } from '../model/report.ts';
import { percentText } from '../text/numbers.ts';
import { smartText } from '../text/smart-text.ts';

const TONES: Readonly<Record<Verdict, Tone>> = { pass: 'good', weak: 'warn', fail: 'bad' };

/** A card for each goal: five letters, each with its evidence, never a bare grade. The contract of `schemas/smart.schema.json`. */
export function smartReport(plan: Plan, display: string, cards: readonly SmartCard[], language: Language): Report {
  const text = smartText[language];
  const title = text.title(plan.name);
  const blocks: Block[] = [{ is: 'heading', level: 1, text: title }, ...cards.flatMap((card) => blocksOf(card, language))];
  const goals = cards.map(({ goal, letters }) => ({
    id: goal.id,
    letters: letters.map(({ letter, verdict, evidence }) => ({
      letter,
      verdict,
      evidence: evidence.map((each) => ({ says: each.says, verdict: each.verdict, text: sentence(each, language) })),
    })),
  }));
  return { id: 'smart', title, data: { version: 1, plan: display, goals }, blocks };
}

function blocksOf({ goal, letters }: SmartCard, language: Language): readonly Block[] {
  const text = smartText[language];
  const [letterTitle, verdictTitle, evidenceTitle] = text.columns;
  return [
    { is: 'heading', level: 2, text: goal.name },
    {
      is: 'table',
      columns: [
        { title: letterTitle, align: 'left' },
        { title: verdictTitle, align: 'left' },
        { title: evidenceTitle, align: 'left', flexible: true },
      ],
      rows: letters.flatMap(({ letter, verdict, evidence }) =>
        evidence.map((each, index) => ({
          cells: [
            index === 0 ? (text.letters[letter] ?? letter) : '',
            index === 0 ? { text: text.verdicts[verdict], tone: TONES[verdict] } : '',
            { text: sentence(each, language), ...(each.verdict === 'pass' ? {} : { tone: TONES[each.verdict] }) },
          ],
        })),
      ),
    },
  ];
}

function sentence({ says, values }: Evidence, language: Language): string {
  const told = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'object' ? percentText(value) : String(value)]),
  );
  return smartText[language].evidence[says]?.(told) ?? says;
}
