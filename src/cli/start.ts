import process from 'node:process';
import { EXIT } from './exit.ts';
import { run } from './main.ts';
import { nodeContext } from './node-context.ts';

/** Starts the program in the real world; `here` is the folder of the built files. */
export async function start(here: string): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? EXIT.ok : EXIT.failure);
  });
  process.exitCode = await run(process.argv.slice(2), nodeContext(here));
}
