import type { Folder } from './context.ts';

interface Texts {
  readonly titles: Readonly<Record<string, string>>;
  readonly descriptions: Readonly<Record<string, string>>;
}

/** The plan's schema with its titles and descriptions in Chinese, for editors that show them; all else stays as it is. */
export function schemaInChinese(schema: string, { files }: Folder): string {
  const read = files.read('plan.zh.json');
  if (read.is !== 'bytes') return schema;
  const texts: Texts = JSON.parse(new TextDecoder().decode(read.bytes));
  return `${JSON.stringify(inChinese(JSON.parse(schema), texts), null, 2)}\n`;
}

/** A property of a plan may itself be called title: only texts are replaced. */
function inChinese(node: unknown, texts: Texts): unknown {
  if (Array.isArray(node)) return node.map((each) => inChinese(each, texts));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (key === 'title' && typeof value === 'string') return [key, texts.titles[value] ?? value];
      if (key === 'description' && typeof value === 'string') return [key, texts.descriptions[value] ?? value];
      return [key, key === 'examples' || key === 'enum' ? value : inChinese(value, texts)];
    }),
  );
}
