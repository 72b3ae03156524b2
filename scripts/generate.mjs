// Makes from schemas/plan.schema.json the types of a plan as written and its validator. Run by the build; nothing is committed.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { compile } from 'json-schema-to-typescript';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const schema = JSON.parse(readFileSync(join(root, 'schemas/plan.schema.json'), 'utf8'));
const home = join(root, 'src/load');
/** The schema without its words: what the program needs to find its way around a plan. */
const shape = withoutWords(schema);

const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  strictTypes: false,
  strictRequired: false,
  allowUnionTypes: true,
  inlineRefs: false,
  unicodeRegExp: true,
  keywords: ['x-ref', 'x-keys'],
  code: { source: true },
});
writeFileSync(join(home, 'validate.gen.cjs'), standaloneCode.default(ajv, ajv.compile(shape)));
writeFileSync(
  join(home, 'validate.gen.d.cts'),
  `type SchemaError = import('./schema-error.ts', { with: { 'resolution-mode': 'import' } }).SchemaError;
declare const validate: { (plan: unknown): boolean; errors?: readonly SchemaError[] | null };
export = validate;
`,
);

writeFileSync(join(home, 'shape.gen.json'), JSON.stringify(shape));
// With its words, for editors.
writeFileSync(join(home, 'plan-schema.gen.json'), JSON.stringify(schema));
writeFileSync(join(home, 'plan-zh.gen.json'), readFileSync(join(root, 'schemas/plan.zh.json')));

const types = await compile(withoutRanges(schema), 'PlanInput', {
  bannerComment: '',
  additionalProperties: false,
  format: false,
  unreachableDefinitions: false,
});
writeFileSync(join(home, 'plan-input.gen.ts'), types);

/** The types need no patterns and no limits; `if` with `then` and `else` is a union for them. */
function withoutRanges(node) {
  if (Array.isArray(node)) return node.map(withoutRanges);
  if (typeof node !== 'object' || node === null) return node;
  const { pattern, propertyNames, title, minItems, maxItems, minProperties, $schema, ...rest } = node;
  const kept = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, withoutRanges(value)]));
  if (!kept.if) return kept;
  const { if: _, then, else: otherwise, ...others } = kept;
  return { ...others, anyOf: [then.enum ? { type: 'string', ...then } : then, otherwise] };
}

function withoutWords(node, isNames = false) {
  if (Array.isArray(node)) return node.map((each) => withoutWords(each));
  if (typeof node !== 'object' || node === null) return node;
  const words = isNames ? [] : ['title', 'description', 'examples'];
  const names = ['properties', 'patternProperties', '$defs'];
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => !words.includes(key))
      .map(([key, value]) => [key, withoutWords(value, !isNames && names.includes(key))]),
  );
}
