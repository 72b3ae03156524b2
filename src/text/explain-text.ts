import type { Language } from '../model/language.ts';

interface ExplainText {
  readonly why: string;
  readonly mend: string;
  failing(line: number): string;
  readonly passing: string;
  readonly binary: string;
}

const en: ExplainText = {
  why: 'Why it matters',
  mend: 'How to mend it',
  failing: (line) => `With the mistake (line ${line})`,
  passing: 'Mended',
  binary: 'a file that is no text',
};

const zh: ExplainText = {
  why: '为什么重要',
  mend: '怎么改',
  failing: (line) => `有问题的例子（第 ${line} 行）`,
  passing: '改正后',
  binary: '不是文本的文件',
};

export const explainText: Readonly<Record<Language, ExplainText>> = { en, zh };
