import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Workspace } from './workspace.ts';

/** The documents that the editor has open, by path, before those on the disk. */
export interface Desk {
  paths(): readonly string[];
  /** What stands in the open documents, saved or not. */
  texts(): ReadonlyMap<string, string>;
  /** Documents of files, open or not; one that can't be read is empty. */
  documents(paths: Iterable<string>): Promise<(path: string) => TextDocument>;
}

/** `all`: the documents that are open; those that are no files are left alone. */
export function deskOf(all: () => readonly TextDocument[], workspace: Workspace): Desk {
  const held = (): ReadonlyMap<string, TextDocument> =>
    new Map(
      all()
        .flatMap((document) => [[workspace.pathOf(document.uri), document] as const])
        .flatMap(([path, document]) => (path === undefined ? [] : [[path, document] as const])),
    );
  return {
    paths: () => [...held().keys()],
    texts: () => new Map([...held()].map(([path, document]) => [path, document.getText()])),
    documents: async (paths) => {
      const found = new Map(held());
      for (const path of paths) if (!found.has(path)) found.set(path, await documentAt(path, workspace));
      return (path) => found.get(path) ?? documentOf(path, '', workspace);
    },
  };
}

async function documentAt(path: string, workspace: Workspace): Promise<TextDocument> {
  return documentOf(path, (await workspace.read(path)) ?? '', workspace);
}

function documentOf(path: string, text: string, workspace: Workspace): TextDocument {
  return TextDocument.create(workspace.uriOf(path), 'yaml', 0, text);
}
