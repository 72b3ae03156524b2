import type { Language } from '../model/language.ts';

interface PullText {
  noSource(id: string): string;
  noPulls: string;
  noPullsHint: string;
  whichSource: string;
  oneFile(id: string): string;
  oneFileHint: string;
  missing(names: readonly string[]): string;
  missingHint: string;
  badHost(variable: string): string;
  rows(count: number): string;
  resumed(count: number): string;
  startedAnew: string;
  done(file: string, rows: number, pages: number): string;
  kept(rows: number): string;
  unreachable(host: string, why: string): string;
  status(host: string, status: number): string;
  running(file: string): string;
  readonly failures: Readonly<Record<'refused' | 'expired' | 'unreadable' | 'no-fields' | 'busy', (detail: string) => string>>;
}

const en: PullText = {
  noSource: (id) => `The plan's actuals have no source ${id} with pull.`,
  noPulls: 'No source of the plan says where it is pulled from.',
  noPullsHint: 'Add pull to one: pull: {system: zoho-crm, object: Deals}',
  whichSource: 'Several sources can be pulled.',
  oneFile: (id) => `The source ${id} must name the one file that is written: from: crm/${id}.ndjson`,
  oneFileHint: 'A file ending in .ndjson or .jsonl inside the folder of the plan, no glob.',
  missing: (names) => `Set ${names.join(', ')} in the environment.`,
  missingHint: 'Credentials never stand in the plan.',
  badHost: (variable) => `${variable} must be an address that starts with https:// (http:// only for this machine itself).`,
  rows: (count) => `${count} records`,
  resumed: (count) => `Going on behind ${count} records that an earlier run fetched.`,
  startedAnew: 'What an earlier run fetched is no longer good to go on from; starting anew.',
  done: (file, rows, pages) => `Wrote ${file}: ${rows} records in ${pages} pages.`,
  kept: (rows) => `${rows} records are kept: the same command goes on from there. The file of before is unchanged.`,
  unreachable: (host, why) => `${host} can't be reached: ${why}.`,
  status: (host, status) => `${host} keeps answering HTTP ${status}.`,
  running: (file) => `Another pull is writing ${file}; wait until it is over.`,
  failures: {
    refused: (detail) => `The server refuses: ${detail}.`,
    expired: (detail) => `The server no longer knows the page to go on from: ${detail}.`,
    unreadable: (detail) => `The answer is not of the documented form (${detail}).`,
    'no-fields': (detail) => `Name the fields of ${detail} to fetch: pull: {fields: [...]}.`,
    busy: (detail) => `The server asks for fewer calls and does not relent: ${detail}. Lower per_minute.`,
  },
};

const zh: PullText = {
  noSource: (id) => `计划的实绩中没有带 pull 的来源 ${id}。`,
  noPulls: '计划中没有任何来源说明从哪里拉取。',
  noPullsHint: '给来源加上 pull，例如：pull: {system: fxiaoke, object: SalesOrderObj}',
  whichSource: '有多个来源可以拉取。',
  oneFile: (id) => `来源 ${id} 必须指明要写入的那一个文件：from: crm/${id}.ndjson`,
  oneFileHint: '计划文件夹内、以 .ndjson 或 .jsonl 结尾的文件，不能用通配符。',
  missing: (names) => `请在环境变量中设置 ${names.join('、')}。`,
  missingHint: '凭据从不写在计划里。',
  badHost: (variable) => `${variable} 必须是以 https:// 开头的地址（http:// 只限本机）。`,
  rows: (count) => `${count} 条记录`,
  resumed: (count) => `接着上次已拉取的 ${count} 条记录继续。`,
  startedAnew: '上次拉取的内容已不能接着用，重新开始。',
  done: (file, rows, pages) => `已写入 ${file}：${rows} 条记录，${pages} 页。`,
  kept: (rows) => `已保留 ${rows} 条记录：再运行同一命令即可继续。原来的文件没有改动。`,
  unreachable: (host, why) => `无法连接 ${host}：${why}。`,
  status: (host, status) => `${host} 一直返回 HTTP ${status}。`,
  running: (file) => `另一个拉取正在写 ${file}，请等它结束。`,
  failures: {
    refused: (detail) => `服务器拒绝：${detail}。`,
    expired: (detail) => `服务器已不认识要继续的那一页：${detail}。`,
    unreadable: (detail) => `返回内容不符合文档的格式（${detail}）。`,
    'no-fields': (detail) => `请写明要拉取 ${detail} 的哪些字段：pull: {fields: [...]}。`,
    busy: (detail) => `服务器要求降低调用频率，多次等待后仍未放行：${detail}。请调低 per_minute。`,
  },
};

export const pullText: Readonly<Record<Language, PullText>> = { en, zh };
