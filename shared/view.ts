import type { Audience } from './audience.ts';
import type { SeatId, TeamId } from './ids.ts';
import type { State } from './state.ts';
import { type ForumView, forumView } from './views/forum.ts';
import { type GridView, gridView } from './views/grid.ts';
import { type JuryView, juryView } from './views/jury.ts';
import { type LiveView, liveView } from './views/live.ts';
import { type OfficeView, officeView } from './views/office.ts';
import { type PresidencyView, presidencyView } from './views/presidency.ts';
import { type RegieView, regieView, type StageView, stageView } from './views/regie.ts';
import { type SeatView, seatView } from './views/seat.ts';
import { type SecretariatView, secretariatView } from './views/secretariat.ts';
import { type SheetsView, sheetsView } from './views/sheets.ts';
import { type TableView, tableView } from './views/table.ts';

/**
 * A view comes in parts, so that what many see is made and encoded once and what one sees stays small.
 * A part is what one channel carries; an audience receives the parts of its channels and nothing else.
 */
export type Channel =
  | 'forum'
  | 'live'
  | 'grid'
  | 'sheets'
  | 'jury'
  | 'presidency'
  | 'regie'
  | 'stage'
  | 'office'
  | 'secretariat'
  | `seat/${string}`
  | `table/${string}`;

/** Every part a screen may hold, by its name; a screen has those of its audience. */
export interface Views {
  readonly forum: ForumView;
  readonly live: LiveView;
  readonly grid: GridView;
  readonly sheets: SheetsView;
  readonly jury: JuryView;
  readonly presidency: PresidencyView;
  readonly regie: RegieView;
  readonly stage: StageView;
  readonly office: OfficeView;
  readonly secretariat: SecretariatView;
  readonly seat: SeatView | null;
  readonly table: TableView;
}

/** Who receives what: the whole list, read it as the rule of secrecy. */
export function channelsOf(audience: Audience): readonly Channel[] {
  switch (audience.role) {
    case 'public':
    case 'projector':
      return ['forum', 'live'];
    case 'stage':
      return ['forum', 'live', 'stage'];
    case 'table':
      return ['forum', 'live', `table/${audience.team}`];
    case 'coach':
      return ['forum', 'live', 'sheets'];
    case 'juror':
      return ['forum', 'live', 'grid', 'sheets', 'jury', `seat/${audience.seat}`];
    case 'president':
      return ['forum', 'live', 'grid', 'sheets', 'jury', 'presidency', `seat/${audience.seat}`];
    case 'mc':
      return ['forum', 'live', 'stage', 'regie'];
    case 'organiser':
      return ['forum', 'live', 'office', 'secretariat', 'grid'];
  }
}

/** The name a channel's part has in `Views`: `seat/j03` is `seat`. */
export const partOf = (channel: Channel): keyof Views => channel.split('/')[0] as keyof Views;

/** What a channel carries in this state: the only way from a state to a screen. */
export function view(state: State, channel: Channel): Views[keyof Views] {
  const [part, id = ''] = channel.split('/');
  switch (part as keyof Views) {
    case 'forum':
      return forumView(state.setup);
    case 'live':
      return liveView(state);
    case 'grid':
      return gridView(state);
    case 'sheets':
      return sheetsView(state);
    case 'jury':
      return juryView(state);
    case 'presidency':
      return presidencyView(state);
    case 'regie':
      return regieView(state);
    case 'stage':
      return stageView(state);
    case 'office':
      return officeView(state);
    case 'secretariat':
      return secretariatView(state);
    case 'seat':
      return seatView(state, id as SeatId);
    case 'table':
      return tableView(state, id as TeamId);
  }
}
