import type { DeliberationView } from '../../../shared/views/jury.ts';
import type { ScreenProps } from '../../room.ts';

/** What every part of the deliberation is given. */
export type Doors = ScreenProps<'forum' | 'live' | 'grid' | 'presidency' | 'seat'> & { readonly deliberation: DeliberationView };
