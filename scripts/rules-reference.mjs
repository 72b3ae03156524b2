// Writes docs/reference/rules.md and rules.zh.md from the rules themselves. Run: npm run reference (a test holds them current).
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TEXT = {
  en: {
    file: 'rules.md',
    title: 'Rules of `salesplan check`',
    about:
      'Made from the rules themselves by `npm run reference`. `salesplan explain RULE` tells the same in the terminal. Severities are set in the plan (`checks: {rules: {segment/no-research: off}}`) or with `--rule`.',
    columns: ['Rule', 'Severity', 'What it finds'],
    severity: { error: 'error', warning: 'warning', info: 'info' },
    why: 'Why it matters.',
    mend: 'How to mend it.',
    failing: (line, column, file) => `Found here, at line ${line}, column ${column}${file ? ` of ${file}` : ''}:`,
    passing: 'All right:',
    before: 'Before the change it was:',
    binary: 'The example is not text that can be shown.',
  },
  zh: {
    file: 'rules.zh.md',
    title: '`salesplan check` 的规则',
    about:
      '由 `npm run reference` 从规则本身生成。终端里用 `salesplan explain 规则` 看同样的内容。级别可在计划中（`checks: {rules: {segment/no-research: off}}`）或用 `--rule` 设置。',
    columns: ['规则', '级别', '查什么'],
    severity: { error: '错误', warning: '警告', info: '提示' },
    why: '为什么重要：',
    mend: '如何修正：',
    failing: (line, column, file) => `会在${file ? ` ${file} 的` : ''}第 ${line} 行第 ${column} 列报告：`,
    passing: '正确写法：',
    before: '改动之前：',
    binary: '示例不是可显示的文本。',
  },
};

/** The reference page in one language; `factsOf` tells of a rule what `explain` tells beside its reasons. */
export function rulesReference(rules, language, factsOf) {
  const text = TEXT[language];
  const [rule, severity, finds] = text.columns;
  const groups = Map.groupBy ? Map.groupBy(rules, groupOf) : grouped(rules);
  const table = rules.map(
    ({ id, severity: level, explanation }) => `| [${id}](#${anchor(id)}) | ${text.severity[level]} | ${explanation[language].title} |`,
  );
  const parts = [...groups].flatMap(([group, own]) => [`## ${group}`, ...own.flatMap((each) => section(each, text, language, factsOf))]);
  return `${[`# ${text.title}`, text.about, [`| ${rule} | ${severity} | ${finds} |`, '| --- | --- | --- |', ...table].join('\n'), ...parts].join('\n\n')}\n`;
}

function groupOf({ id }) {
  return id.split('/')[0];
}

function grouped(rules) {
  const groups = new Map();
  for (const rule of rules) groups.set(groupOf(rule), [...(groups.get(groupOf(rule)) ?? []), rule]);
  return groups;
}

function section(rule, text, language, factsOf) {
  const { id, severity, explanation, failing, passing } = rule;
  const { title, why, mend } = explanation[language];
  return [
    `### ${id}`,
    `${title} (${text.severity[severity]})`,
    `**${text.why}** ${why}`,
    `**${text.mend}** ${mend}`,
    factsOf(rule, language)
      .map((fact) => `- ${fact}`)
      .join('\n'),
    text.failing(failing.line, failing.column, failing.file),
    ...example(failing, text),
    text.passing,
    ...example(passing, text),
  ];
}

function example({ plan, files, before }, text) {
  const shown = (content, kind) => (typeof content === 'string' ? `\`\`\`${kind}\n${content.trimEnd()}\n\`\`\`` : text.binary);
  return [
    shown(plan, 'yaml'),
    ...(before === undefined ? [] : [text.before, shown(before, 'yaml')]),
    ...Object.entries(files ?? {}).map(([name, content]) => `\`${name}\`:\n\n${shown(content, name.split('.').at(-1))}`),
  ];
}

/** As GitHub makes it of a heading. */
export function anchor(id) {
  return id.replace('/', '');
}

/** Languages with the file of each, under docs/reference. */
export const PAGES = Object.entries(TEXT).map(([language, { file }]) => ({ language, file }));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { build } = await import('esbuild');
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  const contents = `export { RULES } from './rules/index.ts'; export { factsOf } from './text/explain-text.ts';`;
  const stdin = { contents, resolveDir: join(root, 'src'), loader: 'ts' };
  const { outputFiles } = await build({ stdin, bundle: true, write: false, format: 'esm', platform: 'node' });
  const { RULES, factsOf } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  mkdirSync(join(root, 'docs', 'reference'), { recursive: true });
  for (const { language, file } of PAGES)
    writeFileSync(join(root, 'docs', 'reference', file), rulesReference([...RULES.values()], language, factsOf));
}
