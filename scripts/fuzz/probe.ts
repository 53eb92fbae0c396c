import { Caller } from '../../server/testing/caller.ts';
import type { Command } from '../../shared/commands.ts';
import type { CriterionId } from '../../shared/ids.ts';

/** An honest jury in a process of its own: each phone marks in turn, every 40 ms one of them, and tells how long each answer took. */

const EVERY = 40;
const [criterion = '', ...links] = process.argv.slice(2);
const jurors = await Promise.all(links.map((link) => Caller.join(link)));
let took: number[] = [];
let refused = 0;
let turn = 0;

async function mark(): Promise<void> {
  const juror = jurors[turn % jurors.length] as Caller;
  turn += 1;
  const command: Command = { type: 'CastTrialBallot', marks: { [criterion as CriterionId]: (turn % 5) + 1 } };
  const start = performance.now();
  const outcome = await juror.command(command);
  took.push(performance.now() - start);
  if (!outcome.ok) refused += 1;
}

setInterval(() => void mark().catch(() => (refused += 1)), EVERY);
process.on('message', () => {
  process.send?.({ took, refused, welcomes: jurors.reduce((sum, { welcomes }) => sum + welcomes, 0) });
  [took, refused] = [[], 0];
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
