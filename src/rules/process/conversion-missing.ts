import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { list, quoted } from '../words.ts';

export const conversionMissing: Rule = {
  id: 'process/conversion-missing',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A stage of the funnel has no conversion.',
      why: 'Without it nobody can say how many leads a goal needs.',
      mend: 'Give the share that goes on to the next stage, if only an estimate.',
    },
    zh: {
      title: '漏斗的环节没有转化率。',
      why: '没有转化率，就说不清目标需要多少线索。',
      mend: '请写明进入下一环节的比例，估计值也行。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
process:
  stages:
    lead: {phase: pre-sale, conversion: 40%, days: 7}
    offer: {phase: in-sale, days: 14}
    won: {phase: in-sale}
    follow-up: {phase: post-sale, days: 7}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao, manager: lina}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: quarter}
`,
    line: 8,
    column: 5,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
process:
  stages:
    lead: {phase: pre-sale, conversion: 40%, days: 7}
    offer: {phase: in-sale, conversion: 50%, days: 14}
    won: {phase: in-sale}
    follow-up: {phase: post-sale, days: 7}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao, manager: lina}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: quarter}
`,
  },
  check,
};

function en(args: Args): Words {
  return { message: `The stage ${quoted(args.stage, 'en')} has no conversion to the next.`, help: 'Add conversion: with a percent.' };
}

function zh(args: Args): Words {
  return { message: `环节${quoted(args.stage, 'zh')}没有到下一环节的转化率。`, help: '请补上 conversion:。' };
}

/** Where a goal is split over the stages, the split itself says which conversion it lacks. */
function* check({ plan, goals }: RuleContext): Iterable<Problem> {
  const told = new Set(
    [...goals.values()].flatMap(({ problems }) => problems.flatMap(({ args }) => (args.needs === 'conversion' ? list(args.missing) : []))),
  );
  const funnel = [...plan.stages.values()].filter((stage) => stage.phase !== 'post-sale');
  for (const { id, conversion } of funnel.slice(0, -1)) {
    const path = ['process', 'stages', id];
    if (conversion || told.has(id)) continue;
    const restsOn = funnel.map((stage) => ['process', 'stages', stage.id]);
    yield { rule: conversionMissing.id, spot: { in: 'plan', path, at: 'key' }, missing: 'conversion', restsOn, args: { stage: id } };
  }
}
