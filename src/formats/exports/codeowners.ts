import { exportText } from '../../text/export-text.ts';
import type { ExportFormat } from './export-format.ts';

/** Whom a change of a file asks for review: whoever answers for something in it, by e-mail, for want of one by id. */
export const codeowners: ExportFormat = {
  id: 'codeowners',
  isBinary: false,
  render: async ({ plan, language, files }) => {
    const lines = files.map(({ path, owners }) => [`/${escaped(path)}`, ...owners.map(({ id, email }) => email ?? `@${id}`)].join(' '));
    return [`# ${exportText[language].ownersOf(plan.replaceAll(/\s+/g, ' '))}`, ...lines, ''].join('\n');
  },
};

function escaped(path: string): string {
  return path.replaceAll(/[\s#!\\]/g, (character) => `\\${character}`);
}
