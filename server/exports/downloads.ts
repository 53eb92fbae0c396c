import { exportOf } from '../../shared/verify/export.ts';
import type { Room } from '../room.ts';
import { ballotsCsv } from './ballots.ts';
import { resultsCsv, resultsOf } from './results.ts';
import { timesCsv } from './times.ts';

export interface Download {
  /** What the file is called, after the forum's id. */
  readonly name: string;
  readonly type: string;
  /** Still given once single ballots are erased: it says nothing that rests on them. */
  readonly lasting: boolean;
  content(room: Room): string;
}

const CSV = 'text/csv; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

/** Files that the organiser takes away once the session is closed, by the end of their address. */
export const DOWNLOADS: Readonly<Record<string, Download>> = {
  'results.json': { name: 'resultats.json', type: JSON_TYPE, lasting: false, content: ({ state }) => JSON.stringify(resultsOf(state)) },
  'results.csv': { name: 'resultats.csv', type: CSV, lasting: false, content: ({ state }) => resultsCsv(state) },
  'ballots.csv': { name: 'bulletins.csv', type: CSV, lasting: false, content: (room) => ballotsCsv(room.state, room.entries()) },
  'times.csv': { name: 'temps.csv', type: CSV, lasting: true, content: (room) => timesCsv(exportOf([...room.entries()])) },
  'export.json': { name: 'export.json', type: JSON_TYPE, lasting: true, content: (room) => JSON.stringify(exportOf([...room.entries()])) },
};
