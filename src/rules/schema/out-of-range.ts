import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { quoted, told } from '../words.ts';

export const outOfRange: Rule = {
  id: 'schema/out-of-range',
  severity: 'error',
  explanation: {
    en: {
      title: 'A number is outside what makes sense there.',
      why: 'A share above the whole or a negative day count turns every sum below it wrong.',
      mend: 'Use a number in the range named.',
    },
    zh: {
      title: '数字超出合理范围。',
      why: '超过整体的份额或负的天数会让下面的合计全都出错。',
      mend: '请使用范围内的数字。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
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
  roles:
    rep: {name: Rep, ramp_by: calendar-month, hired_by: 40}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: segment, shares: {east: 55%, south: 45%}}
`,
    line: 13,
    column: 57,
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
  if (args.key === 'salesplan') {
    return { message: `This plan is written in format ${told(args.value)}; this program reads format 1.`, help: 'Use a newer salesplan.' };
  }
  const least = args.least === undefined ? '' : ` at least ${told(args.least)}`;
  const most = args.most === undefined ? '' : `${least ? ' and' : ''} at most ${told(args.most)}`;
  return {
    message: `${quoted(args.value, 'en')} is out of range here.`,
    help: least || most ? `It must be${least}${most}.` : 'Use a smaller number.',
  };
}

function zh(args: Args): Words {
  if (args.key === 'salesplan') {
    return { message: `这个计划的格式版本是 ${told(args.value)}，本程序只能读版本 1。`, help: '请使用新版的 salesplan。' };
  }
  const least = args.least === undefined ? '' : `不小于 ${told(args.least)}`;
  const most = args.most === undefined ? '' : `${least ? '、' : ''}不大于 ${told(args.most)}`;
  return { message: `${quoted(args.value, 'zh')}超出范围。`, help: least || most ? `必须${least}${most}。` : '请用小一些的数字。' };
}
