import { Torture } from './torture/afternoon.ts';
import { Broken } from './torture/ledger.ts';
import { type Options, readOptions, USAGE } from './torture/options.ts';
import { Report } from './torture/report.ts';
import { Victims } from './torture/victim.ts';

/** Afternoon after afternoon, until the server was killed often enough. */
async function torture(options: Options): Promise<Report> {
  const report = new Report(options);
  const victims = new Victims();
  try {
    for (let number = 1; report.wantsMore; number += 1) {
      const afternoon = new Torture(options.seed, number, victims, () => report.wantsMore);
      try {
        report.add(await afternoon.play((when) => report.killed(when)));
      } catch (error) {
        report.broke(error instanceof Broken ? error : new Broken(String((error as Error).stack)), afternoon.folder);
        break;
      }
      report.progress();
    }
  } finally {
    await victims.end();
  }
  return report;
}

const options = readOptions(process.argv.slice(2));
if (typeof options === 'string') {
  process.stderr.write(`${options}\n`);
  process.exit(options === USAGE ? 0 : 2);
}
const report = await torture(options);
process.stdout.write(report.text);
process.exit(report.held ? 0 : 1);
