import * as z from 'zod/mini';
import { plannedReturn } from './agenda.ts';
import { accept, type Decision, refuse, type Stamp } from './decision.ts';
import { drawIsOpen } from './draw.ts';
import { step } from './fields.ts';
import { stageIsFree } from './passage.ts';
import type { Phase } from './phases.ts';
import { rulesHash } from './reglement.ts';
import { nextTeam } from './running-order.ts';
import type { Course, State } from './state.ts';
import type { Instant } from './time.ts';

/** The MC opens one phase after the other. */
export const openingCommands = [
  z.strictObject({ type: z.literal('OpenBrief'), step }),
  z.strictObject({ type: z.literal('OpenIntroduction'), step }),
  z.strictObject({ type: z.literal('OpenPassages'), step }),
  z.strictObject({ type: z.literal('OpenDeliberation'), step }),
  z.strictObject({ type: z.literal('OpenRestitution'), step }),
  z.strictObject({ type: z.literal('CloseSession'), step }),
] as const;

type Command = z.infer<(typeof openingCommands)[number]>;

/** `rulesHash` is null where version 0.1 opened the brief: it took no hash of the règlement. */
export type OpeningEvent =
  | { readonly type: 'BriefOpened'; readonly zero: Instant; readonly rulesHash: string | null }
  | { readonly type: 'IntroductionOpened' | 'PassagesOpened' | 'RestitutionOpened' | 'SessionClosed' }
  | { readonly type: 'DeliberationOpened'; readonly returnAt: Instant };

const PHASE_OF: Readonly<Record<OpeningEvent['type'], Phase>> = {
  BriefOpened: 'brief',
  IntroductionOpened: 'introduction',
  PassagesOpened: 'passages',
  DeliberationOpened: 'deliberation',
  RestitutionOpened: 'restitution',
  SessionClosed: 'closed',
};

export function decideOpening(state: State, command: Command, stamp: Stamp): Decision<OpeningEvent> {
  const { course } = state;
  if (drawIsOpen(course)) return refuse('draw-open');
  switch (command.type) {
    case 'OpenBrief':
      return accept({ type: 'BriefOpened', zero: stamp.zero, rulesHash: rulesHash(state.setup) });
    case 'OpenIntroduction':
      return accept({ type: 'IntroductionOpened' });
    case 'OpenPassages':
      return accept({ type: 'PassagesOpened' });
    case 'OpenDeliberation':
      if (nextTeam(course) !== null) return refuse('teams-waiting');
      if (!stageIsFree(state)) return refuse('wrong-stage', course.stage ?? undefined);
      if (!course.allLocked) return refuse('ballots-open');
      return accept({ type: 'DeliberationOpened', returnAt: plannedReturn(state.setup, course.zero, stamp.at) });
    case 'OpenRestitution':
      return state.deliberation?.closedAt ? accept({ type: 'RestitutionOpened' }) : refuse('list-open');
    case 'CloseSession':
      return course.finale === 'thanks' ? accept({ type: 'SessionClosed' }) : refuse('not-all-revealed');
  }
}

export function evolveOpening(course: Course, event: OpeningEvent, { at, hash }: { readonly at: Instant; readonly hash: string }): Course {
  const phase = PHASE_OF[event.type];
  const opened = { ...course, phase, opened: { ...course.opened, [phase]: at }, draw: putAway(course.draw), message: null };
  switch (event.type) {
    case 'BriefOpened':
      return { ...opened, zero: event.zero, rulesHash: event.rulesHash };
    case 'DeliberationOpened':
      return { ...opened, returnAt: event.returnAt, current: null, stage: null };
    case 'SessionClosed':
      return { ...opened, closingHash: hash };
    default:
      return opened;
  }
}

const putAway = (draw: Course['draw']): Course['draw'] => draw && { ...draw, shown: false };
