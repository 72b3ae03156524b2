import type { Args, Problem } from '../../model/finding.ts';
import { datedPlaces } from '../dated-places.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { told } from '../words.ts';

export const startAfterDeadline: Rule = {
  id: 'date/start-after-deadline',
  severity: 'error',
  explanation: {
    en: {
      title: 'A start is after its deadline.',
      why: 'There is no day to work on it.',
      mend: 'Move the start before the deadline.',
    },
    zh: {
      title: '开始日期晚于期限。',
      why: '没有一天可以用来完成它。',
      mend: '请把开始日期移到期限之前。',
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
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    start: 2026-07-01
    deadline: 2026-06-30
    decompose:
      - {by: segment, shares: {east: 55%, south: 45%}}
`,
    line: 18,
    column: 12,
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
  check,
};

function en(args: Args): Words {
  return {
    message: `The start ${told(args.start)} is after the deadline ${told(args.deadline)}.`,
    help: 'Move the start before the deadline, or the deadline after the start.',
  };
}

function zh(args: Args): Words {
  return { message: `开始日期 ${told(args.start)} 晚于期限 ${told(args.deadline)}。`, help: '请把开始日期提前，或把期限推后。' };
}

function* check(context: RuleContext): Iterable<Problem> {
  for (const place of datedPlaces(context.input)) {
    const [start, deadline] = [place.dates.get('start'), place.dates.get('deadline')];
    if (start !== undefined && deadline !== undefined && deadline < start) {
      yield { rule: startAfterDeadline.id, spot: { in: 'plan', path: [...place.path, 'start'], at: 'value' }, args: { start, deadline } };
    }
  }
}
