import { readFileSync } from 'node:fs';
import type { Tally } from '../shared/tally/methods.ts';
import { type Answer, answer } from './tally/answer.ts';
import { Fault } from './tally/fault.ts';
import { readMarks } from './tally/marks.ts';
import { readOptions, USAGE } from './tally/options.ts';
import { report } from './tally/report.ts';
import { agendaSentence } from './tally/sentences.ts';

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : (error as Error).message;
    throw new Fault(`"${file}" cannot be read: ${reason}.`);
  }
}

function asJson({ matrix, coverage, tallies, sensitivity, ...given }: Answer): string {
  const { readings, refused, always, never, depends } = sensitivity;
  const shown = (tally: Tally) => ('refused' in tally ? tally : tally.standings);
  return JSON.stringify({
    teams: matrix.teams.length,
    jurors: matrix.jurors.length,
    criteria: matrix.criteria,
    coverage: coverage.share,
    ballots: { ...coverage, incomplete: given.incomplete },
    methods: {
      mean: shown(tallies.mean),
      additive: shown(tallies.additive),
      trimmed: shown(tallies.trimmed),
      majority: shown(tallies.majority),
      borda: shown(tallies.borda),
    },
    selection: given.selection && { method: given.by, seats: given.seats, quotas: given.quotas, ...given.selection },
    readings: { counted: readings, refused, always, never, depends },
    sensitivity: sensitivity.teams.map((team) => ({ ...team, sentence: team.verdict === 'depends' ? agendaSentence(team) : null })),
    severity: given.severities,
  });
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options === null) process.stdout.write(`${USAGE}\n`);
  else {
    const counted = answer(readMarks(bytesOf(options.file), options.weights), options);
    process.stdout.write(options.json ? `${asJson(counted)}\n` : report(counted));
  }
} catch (error) {
  if (!(error instanceof Fault)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
