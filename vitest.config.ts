import { defineConfig } from 'vitest/config';

// Pure levels run where the day begins first and where it ends late: nothing that is computed may depend on where the machine stands.
const everywhere = ['test/unit/**/*.test.ts', 'test/property/**/*.test.ts'];

export default defineConfig({
  define: { SALESPLAN_VERSION: JSON.stringify('0.0.0-test') },
  test: {
    // Its own reckoning leaves a core idle.
    maxWorkers: '100%',
    // No test changes a module or the process: files share what they load, which is most of what they would wait for.
    isolate: false,
    // What one time zone has translated, the others need not.
    experimental: { fsModuleCache: true },
    globalSetup: ['test/support/one-folder.ts'],
    setupFiles: ['test/support/one-width.ts'],
    // On a machine that is busy with other things, a test that is quick alone takes its time.
    testTimeout: 60_000,
    projects: [
      zone('Asia/Shanghai', ['test/**/*.test.ts'], everywhere),
      zone('America/Los_Angeles', everywhere),
      zone('Pacific/Kiritimati', everywhere),
    ],
  },
});

function zone(name: string, include: string[], exclude: string[] = []) {
  return { extends: true as const, test: { name, env: { TZ: name }, include, exclude } };
}
