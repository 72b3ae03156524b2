import { defineConfig } from 'vitest/config';

// Pure levels run in three time zones: nothing that is computed may depend on where the machine stands.
const everywhere = ['test/unit/**/*.test.ts', 'test/property/**/*.test.ts'];
// On a machine that is busy with other things, a test that is quick alone takes its time.
const testTimeout = 60_000;
const define = { SALESPLAN_VERSION: JSON.stringify('0.0.0-test') };

export default defineConfig({
  define,
  test: {
    // Its own reckoning leaves a core idle.
    maxWorkers: '100%',
    projects: [
      { define, test: { testTimeout, name: 'Asia/Shanghai', env: { TZ: 'Asia/Shanghai' }, include: ['test/**/*.test.ts'] } },
      { define, test: { testTimeout, name: 'America/Los_Angeles', env: { TZ: 'America/Los_Angeles' }, include: everywhere } },
      { define, test: { testTimeout, name: 'Pacific/Kiritimati', env: { TZ: 'Pacific/Kiritimati' }, include: everywhere } },
    ],
  },
});
