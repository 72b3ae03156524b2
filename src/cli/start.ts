import { EXIT } from './exit.ts';
import { workLongerWhenLong } from './longer-work.ts';
import { run } from './main.ts';
import { nodeContext } from './node-context.ts';

/** Starts the program in the real world; `here` is the folder of the built files. */
export async function start(here: string): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? EXIT.ok : EXIT.failure);
  });
  workLongerWhenLong();
  const code = await run(process.argv.slice(2), nodeContext(here));
  process.exitCode = code;
  // What was written is with the system: ending at once spares a last collection of garbage.
  if (isWritten(process.stdout) && isWritten(process.stderr)) process.exit(code);
}

function isWritten(stream: NodeJS.WriteStream): boolean {
  return stream.writableLength === 0;
}
