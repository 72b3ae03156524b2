import type { OnDuplicate } from '../actuals/by-hand.ts';
import type { Day } from '../model/day.ts';
import type { Language } from '../model/language.ts';
import type { Plan } from '../model/plan.ts';
import { enterText } from '../text/enter-text.ts';
import type { Answers } from './add-actual.ts';
import { promptTheme } from './prompt-theme.ts';

/** What is wrong with an answer, in words; true: nothing. It is told at once, and asked again. */
export type Judge = (answers: Answers) => string | true;

/** Asks for what was not typed: metric, day and value always, places of the plan where there is a choice. */
export async function askEntry(typed: Answers, plan: Plan, today: Day, language: Language, judge: Judge): Promise<Answers> {
  if (typed.metric !== undefined && typed.value !== undefined) return typed;
  const { default: inquirer } = await import('inquirer');
  const { ask } = enterText[language];
  const homes = { segment: plan.segments, owner: plan.members, product: plan.products, channel: plan.channels };
  const idsOf = (home: ReadonlyMap<string, { readonly name: string }>) =>
    [...home].map(([value, { name }]) => ({ value, name: `${name} (${value})` }));
  const goals = new Set([...plan.goals.values()].map(({ metric }) => metric.id));
  const metrics = [...plan.metrics.values()].sort((a, b) => Number(goals.has(b.id)) - Number(goals.has(a.id)));
  const isOpen = (field: keyof Answers) => typed[field] === undefined;
  const places = (['segment', 'owner', 'product', 'channel'] as const).filter((field) => isOpen(field) && homes[field].size > 0);
  const given = await inquirer.prompt([
    {
      type: 'select',
      name: 'metric',
      message: ask.metric,
      choices: metrics.map(({ id, name }) => ({ value: id, name: `${name} (${id})` })),
      when: isOpen('metric'),
      theme: promptTheme(language),
    },
    { type: 'input', name: 'date', message: ask.date, default: today, when: isOpen('date'), validate: (date: string) => judge({ date }) },
    {
      type: 'input',
      name: 'value',
      message: ask.value,
      when: isOpen('value'),
      validate: (value: string, { metric }: Answers) => judge({ metric: typed.metric ?? metric ?? '', value }),
    },
    ...places.map((field) => ({
      type: 'select' as const,
      name: field,
      message: ask[field],
      choices: [{ value: '', name: ask.none }, ...idsOf(homes[field])],
      theme: promptTheme(language),
    })),
    { type: 'input', name: 'note', message: ask.note, when: isOpen('note') },
  ]);
  return { ...given, ...typed };
}

/** What to do with a value that is there already. */
export async function askDuplicate(told: string, language: Language): Promise<Exclude<OnDuplicate, 'refuse'> | 'skip'> {
  const { default: inquirer } = await import('inquirer');
  const { ask, choices } = enterText[language];
  const names = ['replace', 'add', 'skip'] as const;
  const { chosen } = await inquirer.prompt<{ chosen: (typeof names)[number] }>([
    {
      type: 'select',
      name: 'chosen',
      message: `${told} ${ask.duplicate}`,
      choices: names.map((value) => ({ value, name: choices[value] })),
      theme: promptTheme(language),
    },
  ]);
  return chosen;
}
