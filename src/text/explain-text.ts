import type { Language } from '../model/language.ts';

interface ExplainText {
  readonly why: string;
  readonly mend: string;
  failing(line: number, file: string | undefined): string;
  /** Of a plan as it was. */
  readonly before: string;
  readonly passing: string;
  readonly binary: string;
  /** What `--fix` does for it; `no` where a person must decide. */
  readonly fix: Readonly<Record<'safe' | 'unsafe' | 'either' | 'no', string>>;
  readonly data: Readonly<Record<'needed' | 'more', string>>;
  threshold(name: string, standard: string): string;
  waiver(rule: string): string;
}

const en: ExplainText = {
  why: 'Why it matters',
  mend: 'How to mend it',
  failing: (line, file) => `With the mistake (line ${line}${file === undefined ? '' : ` of ${file}`})`,
  before: 'before the change',
  passing: 'Mended',
  binary: 'a file that is no text',
  fix: {
    safe: '`check --fix` mends it.',
    unsafe: '`check --fix --unsafe` mends it where one name is near: look at the change.',
    either: '`check --fix` mends it where only one thing can be meant; `--unsafe` also where that is likely.',
    no: 'Not mended by `--fix`: a person has to decide.',
  },
  data: {
    needed: 'Looks at the data: skipped with `--no-data`, and where the plan binds none.',
    more: 'Sees more where the data are read.',
  },
  threshold: (name, standard) =>
    `Its limit is ${standard}; \`checks: {thresholds: {${name}: …}}\` in the plan or \`--threshold ${name}=…\` moves it.`,
  waiver: (rule) => `To waive it, write in the line above: \`# salesplan-ignore-next-line ${rule} until DATE -- REASON\`.`,
};

const zh: ExplainText = {
  why: '为什么重要',
  mend: '怎么改',
  failing: (line, file) => `有问题的例子（${file === undefined ? '' : `${file} `}第 ${line} 行）`,
  before: '改动之前',
  passing: '改正后',
  binary: '不是文本的文件',
  fix: {
    safe: '`check --fix` 会自动修正。',
    unsafe: '有相近的名称时，`check --fix --unsafe` 会修正；请查看改动。',
    either: '只有一种含义时，`check --fix` 会修正；很可能是某种含义时，加 `--unsafe` 也会修正。',
    no: '`--fix` 不会修正：需要由人决定。',
  },
  data: { needed: '需要读取数据：使用 `--no-data` 或计划未绑定数据时跳过。', more: '读取数据后看得更全。' },
  threshold: (name, standard) =>
    `限值为 ${standard}；可在计划中用 \`checks: {thresholds: {${name}: …}}\` 或在命令行用 \`--threshold ${name}=…\` 调整。`,
  waiver: (rule) => `要豁免，请在上一行写：\`# salesplan-ignore-next-line ${rule} until 日期 -- 理由\`。`,
};

export const explainText: Readonly<Record<Language, ExplainText>> = { en, zh };

/** What there is to know of a rule beside its reasons: data, limit, fixes, waiver. */
export function factsOf({ id, data, mends, threshold }: RuleFacts, language: Language): readonly string[] {
  const text = explainText[language];
  return [
    ...(data ? [text.data[data]] : []),
    ...(threshold ? [text.threshold(threshold.name, threshold.standard)] : []),
    text.fix[mends ?? 'no'],
    ...(id.startsWith('syntax/') || id.startsWith('suppress/') || id.startsWith('data/') ? [] : [text.waiver(id)]),
  ];
}

interface RuleFacts {
  readonly id: string;
  readonly data?: 'needed' | 'more';
  readonly mends?: 'safe' | 'unsafe' | 'either';
  readonly threshold?: { readonly name: string; readonly standard: string };
}
