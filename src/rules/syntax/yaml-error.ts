import type { Args } from '../../model/finding.ts';
import type { Marked, Mending, Rule, Words } from '../rule.ts';
import { quoted, told } from '../words.ts';

export const yamlError: Rule = {
  id: 'syntax/yaml-error',
  severity: 'error',
  explanation: {
    en: {
      title: 'The file is no valid YAML.',
      why: 'A file that can not be read can not be checked: everything after the mistake is unknown.',
      mend: 'Look at the place shown; most often a colon, a quote or an indentation is missing.',
    },
    zh: {
      title: '文件不是有效的 YAML。',
      why: '读不懂的文件无法检查：出错之后的内容都是未知的。',
      mend: '请看标出的位置；最常见的是少了冒号、引号或缩进。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  mend,
  mends: 'safe',
  failing: {
    plan: `salesplan: 1
name: "Growth 2026
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
  const text = told(args.text);
  switch (args.is) {
    case 'missing-colon':
      return {
        message: 'This line is neither a key with a value nor a list item.',
        help: 'Is a colon missing after the key, or the space after the colon?',
      };
    case 'merge-conflict':
      return {
        message: 'A merge conflict was left in the file.',
        help: 'Keep one of the two versions and delete the lines with <<<<<<<, ======= and >>>>>>>.',
      };
    case 'full-width-colon':
      return { message: 'There is a full-width colon (：) where YAML needs a plain one.', help: 'Write ": ", a plain colon and a space.' };
    case 'invisible-space':
      return {
        message: 'There is an invisible special space in this line, so that YAML reads it as one text.',
        help: 'Delete the space and type it anew.',
      };
    case 'special-start':
      return { message: `A value may not start with ${quoted(text, 'en')} without quotes.`, help: 'Put the value into quotes.' };
    case 'two-documents':
      return {
        message: 'A second YAML document starts here; a plan file holds one.',
        help: 'Delete the line ---, or move what follows to a file of its own and include it.',
      };
    case 'unknown-tag':
      return { message: `The tag ${quoted(text, 'en')} means nothing in a plan.`, help: 'Delete the tag.' };
    case 'missing-anchor':
      return {
        message: `Nothing above is marked with the anchor ${quoted(text, 'en')}.`,
        help: 'Mark the value with & and that name, or write the value out.',
      };
    case 'self-anchor':
      return { message: `The anchor ${quoted(text, 'en')} contains itself.`, help: 'Write the value out.' };
    case 'merge-key':
      return { message: 'Merge keys (<<) are not part of a plan: a reader could not see what a value is.', help: 'Write the keys out.' };
    case 'yaml-directive':
      return { message: 'A plan is YAML 1.2; a %YAML directive would change how dates and words are read.', help: 'Delete the line.' };
    case 'too-deep':
      return { message: 'The values are nested too deep to be a plan.', help: 'Use fewer levels.' };
    case 'too-large':
      return { message: 'The file is larger than 5 MB.', help: 'Split the plan with include.' };
    case 'open-quote':
      return { message: 'This quote is never closed.', help: 'Close it at the end of the value.' };
    case 'open-bracket':
      return {
        message: `This ${text} is not closed with ${told(args.meant)}.`,
        help:
          args.comment === undefined
            ? `Write ${told(args.meant)} where the entries of it end.`
            : `From ${quoted(args.comment, 'en')} on its line is a comment: put a value with # into quotes, or write ${told(args.meant)} before it.`,
      };
    case 'full-width-sign':
      return { message: `There is a full-width ${text} where YAML needs a plain one.`, help: `Write "${told(args.meant)}".` };
    case 'missing-comma':
      return {
        message: 'A comma is missing between two entries here.',
        help: 'Write {key: value, key: value}; a value with ": " in it needs quotes.',
      };
    case 'colon-in-value':
      return { message: 'Here a value holds a colon and a space, which would make it a key.', help: 'Put the value into quotes.' };
    case 'indentation':
      return {
        message: 'This line is indented neither like the entry above it nor like what is under that.',
        help: 'Give it as many spaces as the entries that it belongs to.',
      };
    case 'escape':
      return {
        message: `${quoted(text, 'en')} is nothing that may stand in double quotes.`,
        help: 'Write \\\\ for a backslash, or use single quotes.',
      };
    case 'empty':
      return { message: 'The file is empty.', help: 'A plan starts with "salesplan: 1"; salesplan init writes one.' };
    default:
      return {
        message: `YAML can not be read here: ${told(args.detail)}.`,
        help: 'Look at the quotes, colons and indentation of this line and the one above it.',
      };
  }
}

function zh(args: Args): Words {
  const text = told(args.text);
  switch (args.is) {
    case 'missing-colon':
      return { message: '这一行既不是「键: 值」，也不是列表项。', help: '键后面是否少了冒号，或冒号后面少了空格？' };
    case 'merge-conflict':
      return { message: '文件中留有合并冲突的标记。', help: '请保留其中一个版本，并删除 <<<<<<<、=======、>>>>>>> 这些行。' };
    case 'full-width-colon':
      return { message: '这里用了全角冒号（：），YAML 需要半角冒号。', help: '请写「: 」，即半角冒号加一个空格。' };
    case 'invisible-space':
      return { message: '这一行有看不见的特殊空格，YAML 会把整行当作一段文字。', help: '请删掉这个空格重新输入。' };
    case 'special-start':
      return { message: `不加引号的值不能以${quoted(text, 'zh')}开头。`, help: '请给值加上引号。' };
    case 'two-documents':
      return {
        message: '这里开始了第二个 YAML 文档；一个计划文件只能有一个。',
        help: '请删除 --- 这一行，或把后面的内容移到单独的文件再用 include 引入。',
      };
    case 'unknown-tag':
      return { message: `标签${quoted(text, 'zh')}在计划中没有意义。`, help: '请删除这个标签。' };
    case 'missing-anchor':
      return { message: `上文没有名为${quoted(text, 'zh')}的锚点。`, help: '请用 & 加名称标记那个值，或直接写出值。' };
    case 'self-anchor':
      return { message: `锚点${quoted(text, 'zh')}包含了它自己。`, help: '请直接写出值。' };
    case 'merge-key':
      return { message: '计划中不能用合并键（<<）：读者看不出实际的值。', help: '请把各个键直接写出来。' };
    case 'yaml-directive':
      return { message: '计划使用 YAML 1.2；%YAML 指令会改变日期和文字的读法。', help: '请删除这一行。' };
    case 'too-deep':
      return { message: '嵌套太深，不像是一个计划。', help: '请减少层级。' };
    case 'too-large':
      return { message: '文件超过 5 MB。', help: '请用 include 把计划拆成多个文件。' };
    case 'open-quote':
      return { message: '这里的引号没有闭合。', help: '请在值的末尾补上引号。' };
    case 'open-bracket':
      return {
        message: `这个 ${text} 没有用 ${told(args.meant)} 收尾。`,
        help:
          args.comment === undefined
            ? `请在它的内容结束处写上 ${told(args.meant)}。`
            : `这一行从${quoted(args.comment, 'zh')}起是注释：含 # 的值请加引号，或在它之前写上 ${told(args.meant)}。`,
      };
    case 'full-width-sign':
      return { message: `这里有全角符号 ${text}，YAML 需要半角符号。`, help: `请写成「${told(args.meant)}」。` };
    case 'missing-comma':
      return { message: '这里两项之间缺少逗号。', help: '请写成 {键: 值, 键: 值}；值中有「: 」时需加引号。' };
    case 'colon-in-value':
      return { message: '这里的值中有冒号加空格，会被当成键。', help: '请给这个值加上引号。' };
    case 'indentation':
      return { message: '这一行的缩进与上面的条目及其内容都不一致。', help: '请使用与同级条目相同数量的空格。' };
    case 'escape':
      return { message: `双引号中不能写${quoted(text, 'zh')}。`, help: '反斜杠请写成 \\\\，或改用单引号。' };
    case 'empty':
      return { message: '文件是空的。', help: '计划以「salesplan: 1」开头；salesplan init 可以新建一个。' };
    default:
      return { message: `这里的 YAML 读不懂：${told(args.detail)}。`, help: '请检查这一行和上一行的引号、冒号和缩进。' };
  }
}

/** What can only be meant in one way: a colon of the wrong width, a space that can't be seen, a value that needs quotes. */
function mend(args: Args, at: Marked): Mending | undefined {
  const { text, start, end } = at;
  const marked = text.slice(start, end);
  switch (args.is) {
    case 'full-width-colon':
      return lineWith(at, marked.replace(/：[ \u3000]*/, ': '));
    case 'invisible-space':
      return lineWith(at, marked.replace(/:[\u00a0\u2000-\u200b\u3000]+ */, ': '));
    case 'special-start':
    case 'colon-in-value':
      return inQuotes(text, start);
    case 'full-width-sign':
      return lineWith(at, told(args.meant));
    case 'yaml-directive':
      return lineWith({ text, start, end: end + (/^\r?\n(?:---[ \t]*\r?\n)?/.exec(text.slice(end))?.[0].length ?? 0) }, '');
    default:
      return undefined;
  }
}

function lineWith({ start, end }: Marked, line: string): Mending {
  return { isSafe: true, edits: [{ start, end, text: line }] };
}

/** A plain value up to the end of its line or its comment; none inside brackets, where it is not plain how far it goes. */
function inQuotes(text: string, start: number): Mending | undefined {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const value = /^[^\n]*?(?=\s+#|\s*$)/m.exec(text.slice(start))?.[0] ?? '';
  if (!/^\s*(?:- +)*(?:[^\s{[][^{[]*: +)?$/.test(line) || /["\\\n]/.test(value) || value === '') return undefined;
  return { isSafe: true, edits: [{ start, end: start + value.length, text: `"${value}"` }] };
}
