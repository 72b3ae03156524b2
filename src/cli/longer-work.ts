import { setFlagsFromString } from 'node:v8';

/** Bytes of plans; with more to read there is more to keep. */
const LITTLE_PLAN = 500_000;
/** Bytes of data that are read, again and again counted anew; of them, only what they add up to is kept. */
const LITTLE_DATA = 20_000_000;
/** Milliseconds that a short command takes at most. */
const SHORT = 500;

const read = { plan: 0, data: 0 };

/**
 * `bin/salesplan.js` sets V8 up for short commands: functions are compiled late, because most commands are over before that pays,
 * and the part of the heap for new objects is kept at its first size, because touching fresh memory costs more than collecting.
 * What takes longer gets more of both.
 */
function workLonger(): void {
  compileSooner();
  setFlagsFromString('--semi-space-growth-factor=2');
}

function compileSooner(): void {
  setFlagsFromString('--interrupt-budget=540672');
}

export function workLongerWhenLong(): void {
  setTimeout(workLonger, SHORT).unref();
}

export function countPlan(bytes: number): void {
  if (read.plan <= LITTLE_PLAN && read.plan + bytes > LITTLE_PLAN) workLonger();
  read.plan += bytes;
}

export function countData(bytes: number): void {
  if (read.data <= LITTLE_DATA && read.data + bytes > LITTLE_DATA) compileSooner();
  read.data += bytes;
}
