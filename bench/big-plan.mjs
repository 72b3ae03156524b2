// Writes a sound plan of about so many lines over many files, as a company with regional teams would keep it: a file a branch,
// each with its segments, people, goal, actions, measures and risks.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LINES_OF_A_BRANCH = 115;
const BRANCHES_IN_A_FILE = 8;

/** The files of a plan: path → text. */
export function bigPlan(lines) {
  const branches = Math.max(1, Math.round((lines - 20) / LINES_OF_A_BRANCH));
  const files = new Map([['salesplan.yaml', head()]]);
  for (let first = 0; first < branches; first += BRANCHES_IN_A_FILE) {
    const some = Array.from({ length: Math.min(BRANCHES_IN_A_FILE, branches - first) }, (_, index) => `b${first + index}`);
    files.set(`branches/${String(first / BRANCHES_IN_A_FILE).padStart(5, '0')}.yaml`, branchFile(some));
  }
  return files;
}

export function writeBigPlan(folder, lines) {
  mkdirSync(join(folder, 'branches'), { recursive: true });
  const files = bigPlan(lines);
  for (const [path, text] of files) writeFileSync(join(folder, path), text);
  return files;
}

function head() {
  return `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
include: [branches/*.yaml]
calendar:
  holidays:
    2026-01-01: New Year
    2026-10-01..2026-10-07: National Day
research:
  survey:
    method: survey
    date: 2025-11-20
    sample: 812
    findings:
      - value for money comes first
team:
  roles:
    head: {name: Head of sales}
    rep: {name: Sales representative, capacity: 12M}
  members:
    boss:
      name: Wang Wei
      role: head
improvement:
  reviews:
    every: 1 month
    owner: boss
`;
}

function branchFile(ids) {
  const section = (name, part) => `${name}:\n${ids.map(part).join('')}`;
  return [
    section('segments', segments),
    `team:\n  members:\n${ids.map(members).join('')}`,
    section('goals', goal),
    section('actions', actions),
    `improvement:\n  measures:\n${ids.map(measure).join('')}`,
    section('risks', risk),
  ].join('');
}

function segments(id) {
  return ['east', 'west']
    .map(
      (side, index) => `  ${id}-${side}:
    name: Offices of ${id}, ${side}
    owner: ${id}-rep-${index + 1}
    criteria:
      geographic:
        branch: ${id}
        side: ${side}
      demographic:
        company_size: 100 and more
    needs:
      - delivery on the day
      - one invoice a month
    size:
      customers: 1200
      potential: 30M
    research: [survey]
`,
    )
    .join('');
}

function members(id) {
  const people = [`    ${id}-lead:\n      name: Lead of ${id}\n      role: head\n      manager: ${leadAbove(id)}\n`];
  for (const number of [1, 2, 3]) {
    people.push(`    ${id}-rep-${number}:
      name: Representative ${number} of ${id}
      role: rep
      manager: ${id}-lead
      start: 2022-05-0${number}
      segments: [${id}-${number === 2 ? 'west' : 'east'}]
`);
  }
  return people.join('');
}

/** Nobody leads more than seven. */
function leadAbove(id) {
  const number = Number(id.slice(1));
  return number === 0 ? 'boss' : `b${Math.floor((number - 1) / 4)}-lead`;
}

function goal(id) {
  return `  ${id}-revenue:
    name: Revenue of 20M in ${id}
    metric: revenue
    baseline:
      value: 17.5M
      period: 2025
    target: 20M
    owner: ${id}-lead
    scope:
      segments: [${id}-east, ${id}-west]
    decompose:
      - by: segment
        shares:
          ${id}-east: 55%
          ${id}-west: 45%
      - by: quarter
        shares: [20%, 24%, 22%, 34%]
    milestones:
      half:
        deadline: 2026-06-30
        target: 9M
`;
}

function actions(id) {
  return ['visit every customer', 'agree on frame contracts', 'ask for references', 'open a show room']
    .map(
      (name, index) => `  ${id}-action-${index + 1}:
    name: ${name}
    goal: ${id}-revenue
    owner: ${id}-rep-${(index % 3) + 1}
    deadline: 2026-0${index + 5}-${[14, 15, 14, 14][index]}
    status: planned
`,
    )
    .join('');
}

function measure(id) {
  return `    ${id}-quotes:
      kind: process
      goal: ${id}-revenue
      problem: a quote takes three days
      cause: four people approve it
      owner: ${id}-lead
      deadline: 2026-09-30
      status: planned
`;
}

function risk(id) {
  return `  ${id}-price-war:
    kind: competition
    likelihood: medium
    impact: 2M
    response: a package with services
    trigger: the competitor lowers a price by 10 %
    owner: ${id}-lead
`;
}
