import type { Language } from '../model/language.ts';

export interface CiText {
  unknownCi(name: string): string;
  exists(path: string): string;
  readonly existsHint: string;
  wrote(path: string): string;
}

const en: CiText = {
  unknownCi: (name) => `--ci does not know ${name}.`,
  exists: (path) => `${path} is there already and was not touched.`,
  existsHint: 'Take over what docs/ci of the program has, by hand.',
  wrote: (path) => `Wrote ${path}.`,
};

const zh: CiText = {
  unknownCi: (name) => `--ci 没有 ${name} 这个取值。`,
  exists: (path) => `${path} 已存在，没有改动。`,
  existsHint: '请参照程序自带的 docs/ci 手工合并。',
  wrote: (path) => `已写入 ${path}。`,
};

export const ciText: Readonly<Record<Language, CiText>> = { en, zh };
