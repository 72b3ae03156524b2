import { mergeParts } from '../load/merge.ts';
import { parseBroken } from '../load/parse-yaml.ts';
import { plainOf } from '../load/plain.ts';
import type { SourceFile } from '../load/source-file.ts';
import type { WorkspaceFile } from './workspace.ts';

/** One file of a plan with its places and values, also where it is broken. */
export interface Page {
  /** `path` and `name` are the absolute path. */
  readonly file: SourceFile;
  readonly data: unknown;
}

/** A plan as it is being written: every file as far as it can be made out. */
export interface Manuscript {
  readonly pages: readonly Page[];
  /** All pages joined; of an id that is there twice the first. */
  readonly input: unknown;
}

/** A run of UTF-16 offsets in a file. */
export interface Stretch {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** Reads files as pages; one whose text was read before is not read again. */
export function manuscriptReader(): (files: readonly WorkspaceFile[]) => Manuscript {
  const known = new Map<string, Page>();
  return (files) => {
    const pages = files.map((file) => {
      const before = known.get(file.path);
      const page = before?.file.text === file.text ? before : pageOf(file);
      known.set(file.path, page);
      return page;
    });
    return manuscriptOf(pages);
  };
}

export function manuscriptOf(pages: readonly Page[]): Manuscript {
  const { input } = mergeParts(pages, () => ({ in: 'plan', path: [], at: 'key' }));
  return { pages, input };
}

export function pageOf({ path, text }: WorkspaceFile): Page {
  const file = parseBroken(text, path);
  return { file, data: plainOf(file).data };
}
