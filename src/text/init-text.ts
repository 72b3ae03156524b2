import type { Language } from '../model/language.ts';

interface InitText {
  readonly folder: string;
  readonly template: string;
  readonly name: string;
  /** What a template is; one that is not listed is called by its name. */
  readonly templates: Readonly<Record<string, string>>;
  folderTaken(folder: string): string;
  /** Keys that move and choose, under a list. */
  readonly keys: string;
  done(folder: string): string;
  readonly here: string;
  readonly next: string;
  dataEnd(day: string): string;
  readonly ci: string;
  readonly ciChoices: Readonly<Record<'none' | 'github' | 'gitlab', string>>;
  readonly hook: string;
}

export const initText: Readonly<Record<Language, InitText>> = {
  en: {
    folder: 'Folder for the plan',
    template: 'Start from',
    name: 'Name of the plan',
    templates: {
      electronics: 'electronics – every section, two years of orders (in Chinese)',
      'field-sales': 'field-sales – a team that lives with its plan for a year (in English)',
      starter: 'starter – a coffee shop: one goal with data (in English)',
      blank: 'blank – fifteen lines to write on',
    },
    folderTaken: (folder) => `${folder} holds a plan or other files already. Name a new or an empty folder.`,
    keys: '↑↓ move • ⏎ choose',
    done: (folder) => `The plan is in ${folder}.`,
    here: 'this folder',
    next: 'Next:',
    dataEnd: (day) => `The sample data end on ${day}; without --as-of everything is judged as of today.`,
    ci: 'Check the plan in CI',
    ciChoices: { none: 'no', github: 'a GitHub workflow', gitlab: 'a GitLab job' },
    hook: 'Check it before each commit (a pre-commit hook)',
  },
  zh: {
    folder: '计划放在哪个文件夹',
    template: '从哪个模板开始',
    name: '计划名称',
    templates: {
      electronics: 'electronics – 电子公司：所有章节，两年订单数据（中文）',
      'field-sales': 'field-sales – 一个团队用计划工作了一年（英文）',
      starter: 'starter – 咖啡店：一个目标和数据（英文）',
      blank: 'blank – 十五行，自己往下写',
    },
    folderTaken: (folder) => `${folder} 中已有计划或其他文件。请指定新的或空的文件夹。`,
    keys: '↑↓ 移动 • ⏎ 选择',
    done: (folder) => (folder === '当前文件夹' ? '计划已建在当前文件夹。' : `计划已建在 ${folder}。`),
    here: '当前文件夹',
    next: '下一步：',
    dataEnd: (day) => `示例数据截至 ${day}；不加 --as-of 时按今天判断。`,
    ci: '是否在 CI 中检查计划',
    ciChoices: { none: '不需要', github: 'GitHub 工作流', gitlab: 'GitLab 任务' },
    hook: '每次提交前检查（pre-commit 钩子）',
  },
};
