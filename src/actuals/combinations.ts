type Label = string | null | undefined;

interface Node {
  readonly next: Map<Label, Node>;
  number: number;
}

/** Numbers combinations of labels, all of one length, from 0 on as they come. */
export function combinations(): (labels: readonly Label[]) => number {
  const root: Node = { next: new Map(), number: -1 };
  let count = 0;
  return (labels) => {
    let node = root;
    for (let index = 0; index < labels.length; index++) {
      const label = labels[index];
      let next = node.next.get(label);
      if (!next) {
        next = { next: new Map(), number: -1 };
        node.next.set(label, next);
      }
      node = next;
    }
    if (node.number < 0) node.number = count++;
    return node.number;
  };
}
