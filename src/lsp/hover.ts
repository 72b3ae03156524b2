import type { Kind } from '../load/references.ts';
import type { PlanPath } from '../model/id.ts';
import type { Language } from '../model/language.ts';
import type { Subgoal } from '../model/subgoal.ts';
import { nameOf } from '../reports/names.ts';
import { kindName } from '../rules/words.ts';
import { aboutKey } from './about-key.ts';
import { cardOf, treesOf } from './cards.ts';
import { escaped, type Fact, factLines, type Known } from './facts.ts';
import type { Manuscript, Page, Stretch } from './manuscript.ts';
import { type Mention, mentionAt, mentionsOf } from './mentions.ts';
import { idsOf } from './names.ts';
import { nodeAt } from './node-at.ts';
import { wordsAt } from './schema-words.ts';
import { factsOf, lastKey, stepAt, subgoalsOfStep } from './subgoals.ts';

export interface Hover {
  readonly stretch: Stretch;
  readonly markdown: string;
}

/** What there is to know at a place: of an id what the plan computes for it, of a key what the format says. */
export function hoverAt(
  manuscript: Manuscript,
  page: Page,
  offset: number,
  language: Language,
  known: () => Promise<Known | undefined>,
): Promise<Hover | undefined> | undefined {
  const node = nodeAt(page, offset);
  if (!node) return undefined;
  const { stretch, path, at } = node;
  const mention = mentionAt(manuscript, node);
  if (mention) return aboutId(manuscript, mention, language, known);
  return aboutPath(path, at, page, stretch, language, known);
}

async function aboutId(
  manuscript: Manuscript,
  mention: Mention,
  language: Language,
  known: () => Promise<Known | undefined>,
): Promise<Hover | undefined> {
  const { id, path, stretch } = mention;
  const kind = kindOf(manuscript, mention);
  if (kind === undefined) return undefined;
  const computed = await known();
  const name = idsOf(manuscript.input, [kind]).find((each) => each.id === id)?.name;
  const card = computed ? factLines(cardOf(kind, id, computed), language) : '';
  const title = `**${escaped(name ?? id)}** · ${kindName(kind, language)} \`${id}\``;
  return { stretch, markdown: [title, card, computed && subgoalBlock(path, id, computed)].filter(Boolean).join('\n\n') };
}

/** What a mention is the id of: what the plan defines, else the first that it may be. */
function kindOf(manuscript: Manuscript, mention: Mention): Kind | undefined {
  const defined = mentionsOf(manuscript, mention).find((each) => each.isDefinition);
  return (defined ?? mention).kinds[0];
}

async function aboutPath(
  path: PlanPath,
  at: 'key' | 'value',
  page: Page,
  stretch: Stretch,
  language: Language,
  known: () => Promise<Known | undefined>,
): Promise<Hover | undefined> {
  const words = at === 'key' ? aboutKey(wordsAt(path, page.data), language) : undefined;
  const computed = isComputed(path) ? await known() : undefined;
  const figures = computed && (goalTarget(path, computed) ?? subgoalBlock(path, undefined, computed));
  const markdown = [figures, words].filter(Boolean).join('\n\n---\n\n');
  return markdown === '' ? undefined : { stretch, markdown };
}

/** Only in goals there is something to compute. */
function isComputed(path: PlanPath): boolean {
  return path[0] === 'goals' && (path[2] === 'target' || path[2] === 'decompose' || path[2] === 'pins');
}

function goalTarget(path: PlanPath, known: Known): string | undefined {
  if (path[2] !== 'target') return undefined;
  return factLines(cardOf('goal', String(path[1]), known), known.language) || undefined;
}

/** The subgoals that a step makes: all of them, or those for a key or for a place in a list of shares. */
function subgoalBlock(path: PlanPath, id: string | undefined, known: Known): string | undefined {
  const place = stepAt(path);
  const tree = place && treesOf(known).find(({ goal }) => goal.id === place.goal);
  if (!place || !tree) return undefined;
  const all = subgoalsOfStep(tree, place.step, undefined);
  const key = path.length > 5 ? (id ?? keyOfShare(path, all)) : undefined;
  const nodes = key === undefined ? all : all.filter((node) => lastKey(node) === key);
  if (nodes.length === 0) return undefined;
  const facts: readonly Fact[] = factsOf(nodes, tree, known);
  const name = key === undefined ? '' : ` › ${escaped(keyName(nodes, key, known))}`;
  return `${escaped(tree.goal.name)}${name}\n\n${factLines(facts, known.language)}`;
}

function keyName([node]: readonly Subgoal[], key: string, { plan }: Known): string {
  const [dimension] = [...(node?.path.keys() ?? [])].slice(-1);
  return dimension === undefined ? key : nameOf(plan, dimension, key);
}

/** `shares: [20%, …]` gives its shares to the children in their order. */
function keyOfShare(path: PlanPath, nodes: ReturnType<typeof subgoalsOfStep>): string | undefined {
  const last = path.at(-1);
  const keys = [...new Set(nodes.map(lastKey))];
  return typeof last === 'number' ? keys[last] : typeof last === 'string' && keys.includes(last) ? last : undefined;
}
