import type { Edit } from '../../model/finding.ts';
import type { Marked, Mending, Rule, Words } from '../rule.ts';

export const tabIndent: Rule = {
  id: 'syntax/tab-indent',
  severity: 'error',
  explanation: {
    en: {
      title: 'A tab is used as indentation.',
      why: 'YAML allows only spaces there; editors show a tab in different widths, so that the structure can not be seen.',
      mend: 'Use spaces, two for each level.',
    },
    zh: {
      title: '缩进用了制表符。',
      why: 'YAML 的缩进只允许空格；不同编辑器显示的制表符宽度不同，看不出结构。',
      mend: '请用空格缩进，每级两个。',
    },
  },
  words: (_args, language) => (language === 'zh' ? zh() : en()),
  mend: (_args, at) => inSpaces(at),
  mends: 'safe',
  failing: {
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
    line: 9,
    column: 1,
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

function en(): Words {
  return {
    message: 'A tab is used as indentation here; YAML allows spaces only.',
    help: 'Replace the tab by spaces, as many as the neighbouring lines have.',
  };
}

function zh(): Words {
  return { message: '这里用制表符缩进；YAML 只允许空格。', help: '请把制表符换成空格，与相邻的行对齐。' };
}

/** Every line that a tab begins, and the marked one: a tab is a step of the file's own width. */
function inSpaces({ text, start }: Marked): Mending {
  const step = /^( +)[^\s#-]/m.exec(text)?.[1]?.length ?? 2;
  const edits = [...text.matchAll(/^[ \t]*\t[ \t]*/gm)].flatMap(({ index, 0: blanks }): readonly Edit[] => {
    const isMeant = blanks.startsWith('\t') || (start >= index && start < index + blanks.length);
    return isMeant ? [{ start: index, end: index + blanks.length, text: ' '.repeat(widthOf(blanks, step)) }] : [];
  });
  return { isSafe: true, edits };
}

function widthOf(blanks: string, step: number): number {
  return [...blanks].reduce((width, blank) => (blank === '\t' ? (Math.floor(width / step) + 1) * step : width + 1), 0);
}
