import { describe, expect, it } from 'vitest';
import { progressLine } from '../src/cli/progress-line.ts';

describe('the line that tells how far something is', () => {
  const drawn = (isTerminal: boolean, isQuiet: boolean) => {
    const written: string[] = [];
    const write = (text: string): void => void written.push(text);
    const stderr = { isTerminal, columns: 80, write, flush: async () => undefined };
    const line = progressLine(isQuiet, { stderr, env: {} });
    for (const done of [0, 500, 1_000, 100_000]) line.part(done, 200_000);
    line.say('a line that stays');
    line.end();
    line.end();
    return written.join('').split('\r\u001b[K');
  };

  it('is drawn anew at each percent and wiped at the end', () => {
    const [none, half, said] = drawn(true, false);
    expect(none).toMatch(/^░{30} {3}0%$/);
    expect(half).toMatch(/^█{15}░{15} {2}50%$/);
    expect(said).toBe('a line that stays\n');
  });

  it('is silent where nobody watches', () => {
    expect(drawn(false, false)).toEqual(['a line that stays\n']);
    expect(drawn(true, true)).toEqual(['']);
  });
});
