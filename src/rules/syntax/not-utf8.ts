import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { told } from '../words.ts';

export const notUtf8: Rule = {
  id: 'syntax/not-utf8',
  severity: 'error',
  explanation: {
    en: {
      title: 'The file is not encoded as UTF-8.',
      why: 'Names would turn into garbage, and other tools would read something else.',
      mend: 'Save the file as UTF-8.',
    },
    zh: {
      title: '文件不是 UTF-8 编码。',
      why: '名称会变成乱码，别的工具会读出别的内容。',
      mend: '请把文件另存为 UTF-8。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: new Uint8Array([...new TextEncoder().encode('salesplan: 1\nname: '), 0xd0, 0xc7, 0xc0, 0xbd, 0x0a]),
    line: 2,
    column: 7,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina}
  south: {name: South, owner: zhao}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: segment, shares: {east: 55%, south: 45%}}
`,
  },
};

function en(args: Args): Words {
  const looks = args.looksLike === undefined ? '' : `; it looks like ${told(args.looksLike)}`;
  return { message: `The file is not UTF-8 from here on${looks}.`, help: 'Save it as UTF-8 (in Notepad: Save as, encoding UTF-8).' };
}

function zh(args: Args): Words {
  const looks = args.looksLike === undefined ? '' : `，看起来像 ${told(args.looksLike)}`;
  return { message: `从这里起文件不是 UTF-8 编码${looks}。`, help: '请另存为 UTF-8（记事本：另存为，编码选 UTF-8）。' };
}
