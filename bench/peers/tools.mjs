// How each tool is asked about a plan, and what of its answer is a finding: a line and column (`8:11`), a pointer, or neither.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
export const SCHEMA = join(root, 'schemas', 'plan.schema.json');

/** A peer is one command or several; `args` is for a plan's name in the folder where the peers are installed. */
export const TOOLS = [
  {
    name: '**salesplan**',
    commands: [
      {
        args: (plan) => [
          process.execPath,
          join(root, 'bin/salesplan.js'),
          'check',
          `${plan}.yaml`,
          '--as-of',
          '2026-01-15',
          '--format',
          'json',
        ],
        read: (stdout) => JSON.parse(stdout).findings.map(({ line, column }) => ({ at: `${line}:${column}` })),
      },
    ],
  },
  {
    name: 'ajv-cli 5.0.0 (days quoted for it)',
    commands: [
      {
        args: (plan) => [
          ...bin('ajv'),
          ...['validate', '--spec=draft2020', '--strict=false', '--all-errors', '--errors=json', '-s', SCHEMA, '-d', `${plan}-quoted.yaml`],
        ],
        read: (_, stderr) => ofAjv(jsonIn(stderr.slice(stderr.indexOf('\n') + 1)) ?? []),
      },
    ],
  },
  {
    name: 'v8r 5.1.0 (days quoted for it)',
    commands: [
      {
        args: (plan) => [...bin('v8r'), '--schema', SCHEMA, '--output-format', 'json', `${plan}-quoted.yaml`],
        read: (stdout) => (jsonIn(stdout)?.results ?? []).flatMap(({ errors }) => ofAjv(errors ?? [])),
      },
    ],
  },
  {
    name: 'Spectral 6.16.3 (the schema as its rule)',
    commands: [
      {
        args: (plan) => [...bin('spectral'), 'lint', `${plan}.yaml`, '-r', 'ruleset.json', '-f', 'json', '--quiet'],
        read: (stdout, stderr) =>
          jsonIn(stdout)?.map(({ path, range }) => ({
            pointer: `/${path.join('/')}`,
            at: `${range.start.line + 1}:${range.start.character + 1}`,
          })) ?? refusal(stdout, stderr),
      },
    ],
  },
  {
    name: 'Redocly 2.77.0 (reads descriptions of APIs only)',
    commands: [
      {
        args: (plan) => [...bin('redocly'), 'lint', `${plan}.yaml`, '--format=json'],
        read: (stdout, stderr) =>
          jsonIn(stdout)?.problems?.map(({ location: [place] }) => ({ at: `${place?.start?.line}:${place?.start?.col}` })) ??
          refusal(stdout, stderr),
      },
    ],
  },
  {
    name: 'yamllint 1.29 + python3-jsonschema 4.10 (days quoted for them)',
    commands: [
      {
        args: (plan) => ['/usr/bin/yamllint', '-d', 'relaxed', '-f', 'parsable', `${plan}-quoted.yaml`],
        read: (stdout) => [...stdout.matchAll(/:(\d+):(\d+): /g)].map(([, line, column]) => ({ at: `${line}:${column}` })),
      },
      {
        args: (plan) => ['/usr/bin/python3', join(here, 'jsonschema-errors.py'), SCHEMA, `${plan}-quoted.yaml`],
        read: (stdout) =>
          stdout
            .split('\n')
            .filter(Boolean)
            .map((line) => ofPython(JSON.parse(line))),
      },
    ],
  },
];

function bin(name) {
  return [process.execPath, join('node_modules', '.bin', name)];
}

function ofAjv(errors) {
  return errors.map(({ instancePath, params }) => {
    const key = params.additionalProperty ?? params.missingProperty;
    return { pointer: key === undefined ? instancePath : `${instancePath}/${key}` };
  });
}

function jsonIn(text) {
  const start = text.search(/^[[{]/m);
  try {
    return JSON.parse(text.slice(start));
  } catch {
    return undefined;
  }
}

/** A refusal to read the file at all is one finding that says nothing of it. */
function refusal(stdout, stderr) {
  return (stdout + stderr).trim() === '' ? [] : [{}];
}

/** Unknown and missing keys stand in the message only. */
function ofPython({ path, message }) {
  const key = /\('(\w+)' was unexpected\)|^'(\w+)' is a required/.exec(message);
  const steps = key ? [...path, key[1] ?? key[2]] : path;
  return { pointer: `/${steps.join('/')}` };
}
