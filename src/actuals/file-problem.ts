import type { PlanFiles } from '../model/files.ts';
import type { Problem } from '../model/finding.ts';
import { nearName } from '../model/near-name.ts';

export type PathProblem = Pick<Problem, 'rule' | 'args'>;

/** Why a data file must not or can't be read; undefined when it can. Reports: data/outside-folder, data/missing-file, data/unreadable-file. */
export function fileProblem(files: PlanFiles, file: string, mayLeaveFolder: boolean): PathProblem | undefined {
  const isAbsolute = /^([/\\]|[A-Za-z]:)/.test(file);
  const leaves = isAbsolute || files.resolve(file).startsWith('../');
  if (leaves && !mayLeaveFolder) return { rule: 'data/outside-folder', args: { file } };
  const kind = files.kind(file);
  if (kind === 'missing') return { rule: 'data/missing-file', args: { file, nearest: nearFile(files, file) } };
  return kind === 'file' ? undefined : { rule: 'data/unreadable-file', args: { file, reason: kind } };
}

function nearFile(files: PlanFiles, file: string): string | undefined {
  const folder = file.split('/').slice(0, -1).join('/');
  const near = nearName(file.slice(folder === '' ? 0 : folder.length + 1), files.list(folder));
  return near === undefined || folder === '' ? near : `${folder}/${near}`;
}
