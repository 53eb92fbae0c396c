import { readConfig } from './config.ts';
import { Fault } from './fault.ts';
import { greeting, readyLine } from './greeting.ts';
import { log } from './log.ts';
import { serve } from './serve.ts';
import { USAGE } from './usage.ts';

async function main(): Promise<void> {
  const config = readConfig(process.argv.slice(2));
  if (!config) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const served = await serve(config);
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      served.close().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ error: String(error) }, 'could not stop cleanly');
          process.exit(1);
        },
      );
    });

  process.stdout.write(`${config.json ? readyLine(served) : greeting(served, process.stdout.isTTY)}\n`);
}

main().catch((error: unknown) => {
  if (!(error instanceof Fault)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
});
