import type { Severity } from '../model/finding.ts';
import type { Language } from '../model/language.ts';

interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

interface FindingsText {
  readonly severities: Readonly<Record<Severity, string>>;
  readonly columns: readonly [place: string, severity: string, rule: string, finding: string];
  /** `hidden`: findings that are known and not told. */
  summary(counts: Counts, goals: number, hidden: number): string;
  explain(rule: string): string;
  more(count: number): string;
  /** Of one severity, beyond what a service shows. */
  left(count: number, severity: Severity): string;
  plans(count: number): string;
  fixable(safe: number, unsafe: number): string;
  readonly fixableMark: string;
  readonly unsafeMark: string;
  /** Why data were not looked at. */
  readonly unread: Readonly<Record<'told-not-to' | 'plan-has-errors' | 'data-have-errors', string>>;
  /** Rules that were silent for that, and those that saw less. */
  blind(none: readonly string[], less: readonly string[]): string;
}

const en: FindingsText = {
  severities: { error: 'error', warning: 'warning', info: 'info' },
  columns: ['Place', 'Severity', 'Rule', 'Finding'],
  summary: ({ errors, warnings, infos }, goals, hidden) => {
    if (errors + warnings + infos === 0) return `no ${hidden > 0 ? 'new ' : ''}problems (${counted(goals, 'goal')} checked)`;
    const parts = [errors && counted(errors, 'error'), warnings && counted(warnings, 'warning'), infos && `${infos} info`];
    return parts.filter(Boolean).join(', ');
  },
  explain: (rule) => `salesplan explain ${rule} tells more.`,
  more: (count) => `… and ${count} more.`,
  left: (count, severity) => `${count} more ${severity} findings are not shown here`,
  plans: (count) => counted(count, 'plan'),
  fixable: (safe, unsafe) =>
    [safe > 0 && `${safe} can be mended with --fix`, unsafe > 0 && `${unsafe}${safe > 0 ? ' more' : ' can be mended'} with --fix --unsafe`]
      .filter(Boolean)
      .join(', ')
      .concat('.'),
  fixableMark: '(fixable)',
  unsafeMark: '(fixable with --unsafe)',
  unread: {
    'told-not-to': 'The data were not read (--no-data).',
    'plan-has-errors': 'The data were not read, because the plan itself has errors.',
    'data-have-errors': 'The data could not be read whole.',
  },
  blind: (none, less) => `Skipped: ${none.join(', ')}.${less.length > 0 ? ` With less to go by: ${less.join(', ')}.` : ''}`,
};

const zh: FindingsText = {
  severities: { error: '错误', warning: '警告', info: '提示' },
  columns: ['位置', '级别', '规则', '问题'],
  summary: ({ errors, warnings, infos }, goals, hidden) => {
    if (errors + warnings + infos === 0) return `没有${hidden > 0 ? '新' : ''}问题（检查了 ${goals} 个目标）`;
    return [errors && `${errors} 个错误`, warnings && `${warnings} 个警告`, infos && `${infos} 个提示`].filter(Boolean).join('，');
  },
  explain: (rule) => `salesplan explain ${rule} 有详细说明。`,
  more: (count) => `……还有 ${count} 个问题。`,
  left: (count, severity) => `另有 ${count} 个${zh.severities[severity]}未在此显示`,
  plans: (count) => `${count} 个计划`,
  fixable: (safe, unsafe) =>
    [safe > 0 && `${safe} 个可用 --fix 修正`, unsafe > 0 && `${safe > 0 ? '另有 ' : ''}${unsafe} 个可用 --fix --unsafe 修正`]
      .filter(Boolean)
      .join('，')
      .concat('。'),
  fixableMark: '（可自动修正）',
  unsafeMark: '（可用 --unsafe 修正）',
  unread: {
    'told-not-to': '未读取数据（--no-data）。',
    'plan-has-errors': '计划本身有错误，因此未读取数据。',
    'data-have-errors': '数据未能完整读取。',
  },
  blind: (none, less) => `已跳过：${none.join('、')}。${less.length > 0 ? `依据较少：${less.join('、')}。` : ''}`,
};

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

export const findingsText: Readonly<Record<Language, FindingsText>> = { en, zh };
