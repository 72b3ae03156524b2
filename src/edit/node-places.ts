import { isMap, isPair, isSeq, type Node } from 'yaml';
import { nextLine } from './splice.ts';

export function startOf(node: unknown): number {
  return (node as Node | undefined)?.range?.[0] ?? 0;
}

/** Where the last thing that a node holds ends, before comments that follow. */
export function endOf(node: unknown): number {
  const last = (isMap(node) || isSeq(node)) && !node.flow ? node.items.at(-1) : undefined;
  if (last === undefined) return (node as Node | undefined)?.range?.[1] ?? 0;
  return endOf(isPair(last) ? (last.value ?? last.key) : last);
}

/** The line after a value that ends at `end`; a block scalar ends with its own line break. */
export function afterValue(text: string, end: number): number {
  return text[end - 1] === '\n' ? end : nextLine(text, end);
}
