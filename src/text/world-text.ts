import type { Language } from '../model/language.ts';

/** What the machine refused. */
export type Refusal = 'full' | 'read-only' | 'denied';

export interface WorldText {
  readonly refused: Readonly<Record<Refusal, string>>;
  readonly hints: Readonly<Record<Refusal, string>>;
}

const en: WorldText = {
  refused: {
    full: 'There is no space left on the disk: nothing was written, files that were there are as they were.',
    'read-only': 'The disk can only be read: nothing was written.',
    denied: 'Writing is not allowed there: nothing was written.',
  },
  hints: {
    full: 'Make room and run it again.',
    'read-only': 'Write elsewhere, or have the disk mounted for writing.',
    denied: 'Look at the permissions of the folder.',
  },
};

const zh: WorldText = {
  refused: {
    full: '磁盘没有剩余空间：没有写入任何内容，原有文件保持不变。',
    'read-only': '磁盘是只读的：没有写入任何内容。',
    denied: '没有写入权限：没有写入任何内容。',
  },
  hints: { full: '请腾出空间后重新运行。', 'read-only': '请写到别处，或以可写方式挂载磁盘。', denied: '请检查文件夹的权限。' },
};

export const worldText: Readonly<Record<Language, WorldText>> = { en, zh };
