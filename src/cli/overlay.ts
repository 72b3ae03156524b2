import type { PlanFiles } from '../model/files.ts';
import type { Context, Folder } from './context.ts';

/** Texts that stand for files until they are written: absolute path → text. */
export type Overlay = ReadonlyMap<string, string>;

/** The world with other texts in some files. */
export function overlaid(context: Context, overlay: Overlay): Context {
  return { ...context, folder: async (path) => folderUnder(await context.folder(path), overlay, context) };
}

function folderUnder(folder: Folder, overlay: Overlay, context: Context): Folder {
  const read: PlanFiles['read'] = (file) => {
    const text = overlay.get(context.resolve(folder.path, file));
    return text === undefined ? folder.files.read(file) : { is: 'bytes', bytes: new TextEncoder().encode(text) };
  };
  return { ...folder, files: { ...folder.files, read } };
}
