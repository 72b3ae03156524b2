import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { ROOT, runIn, temporary } from './support/run.ts';

// Reports for other programs against the schemas of those programs: on a plan with mistakes of all severities, on one whose
// text and names try to break out, on a sound one, on several.
const SCHEMAS = join(ROOT, 'test', 'fixtures', 'report-schemas');
const ODD = `salesplan: 1
name: 'A "<b>&amp;</b>" ]]> plan 🎯 \\x07'
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
"k<e>y & \\"x\\" \\e[31m": 1
goals:
  名称: {name: "提升 <script>", metric: revenue, target: "12 <M>", owner: "no\\nbody"}
`;

const RUNS: Readonly<Record<string, () => readonly string[]>> = {
  'a plan with mistakes': () => [join(ROOT, 'test/golden/mistakes')],
  'a sound plan': () => [join(ROOT, 'examples/electronics')],
  'a plan that can not be read': () => [planIn(temporary(), 'a: [\n')],
  'a plan with odd text in a file with an odd name': () => [planIn(temporary(), ODD, 'a <b> & 100%.yaml')],
  'several plans': () => [join(ROOT, 'test/golden/mistakes'), join(ROOT, 'examples/blank')],
};

function planIn(folder: string, text: string, name = 'salesplan.yaml'): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

/** As docs.gitlab.com describes the report format of Code Quality. */
const GITLAB = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^(?!\\./)' },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
};

describe.each(Object.entries(RUNS))('reports of %s', (_, plans) => {
  const report = async (format: string) => (await runIn(ROOT, ['check', ...plans(), '--format', format, '--as-of', '2026-06-28'])).stdout;

  it('SARIF is as its schema says', async () => {
    const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(join(SCHEMAS, 'sarif-2.1.0.json'), 'utf8'));
    const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
    const log = JSON.parse(await report('sarif'));
    validate(log);
    expect(validate.errors ?? []).toEqual([]);
    for (const { results, tool } of log.runs) {
      for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
      const names = results.map((result: { readonly partialFingerprints: object }) => JSON.stringify(result.partialFingerprints));
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('JUnit is as its schema says', async () => {
    const xml = { fileName: 'report.xml', contents: await report('junit') };
    const schema = { fileName: 'junit.xsd', contents: readFileSync(join(SCHEMAS, 'junit.xsd'), 'utf8') };
    const { valid, errors } = await validateXML({ xml, schema });
    expect(errors.map((error) => error.message)).toEqual([]);
    expect(valid).toBe(true);
  });

  it("GitLab's code quality report is as it is documented", async () => {
    const validate = new Ajv({ strict: false, allErrors: true }).compile(GITLAB);
    const issues = JSON.parse(await report('gitlab'));
    validate(issues);
    expect(validate.errors ?? []).toEqual([]);
    expect(new Set(issues.map((issue: { readonly fingerprint: string }) => issue.fingerprint)).size).toBe(issues.length);
  });
});
