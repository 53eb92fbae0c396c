import type { Component } from 'svelte';
import type { Audience } from '../shared/audience.ts';
import type { ScreenProps } from './room.ts';
import type { Views } from './shared.ts';

type Screen = Component<ScreenProps<keyof Views>>;

/** Each role's screen, loaded when it is needed and not before. */
export const screens: Readonly<Record<Audience['role'], () => Promise<{ default: Screen }>>> = {
  projector: () => import('./screens/projector/Projector.svelte') as Promise<{ default: Screen }>,
  stage: () => import('./screens/stage/Stage.svelte') as Promise<{ default: Screen }>,
  public: () => import('./screens/public/Public.svelte') as Promise<{ default: Screen }>,
  juror: () => import('./screens/juror/Juror.svelte') as Promise<{ default: Screen }>,
  president: () => import('./screens/president/President.svelte') as Promise<{ default: Screen }>,
  mc: () => import('./screens/mc/Mc.svelte') as Promise<{ default: Screen }>,
  table: () => import('./screens/table/Table.svelte') as Promise<{ default: Screen }>,
  coach: () => import('./screens/coach/Coach.svelte') as Promise<{ default: Screen }>,
  organiser: () => import('./screens/organiser/Organiser.svelte') as Promise<{ default: Screen }>,
};
