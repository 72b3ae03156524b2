import { type Alias, type Document, isAlias, isNode, type Node, visit } from 'yaml';

const KNOWN = new WeakMap<Document, ReadonlyMap<Alias, Node>>();

/** What an alias stands for; undefined without such an anchor before it. All of a document's are looked up in one pass. */
export function targetOf(document: Document, alias: Alias): Node | undefined {
  const known = KNOWN.get(document) ?? targetsIn(document);
  KNOWN.set(document, known);
  return known.get(alias);
}

function targetsIn(document: Document): ReadonlyMap<Alias, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, (_, node) => {
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target) targets.set(node, target);
    } else if (isNode(node) && 'anchor' in node && node.anchor !== undefined) anchors.set(node.anchor, node);
  });
  return targets;
}
