import { describe, expect, test } from 'vitest';
import { ROLES } from './audience.ts';
import { type CommandType, PERMISSIONS, PHASES, type Phase, permission, type Sender } from './phases.ts';

const SENDERS: readonly Sender[] = [...ROLES, 'system'];
const LETTER: Record<string, Phase> = {
  u: 'set-up',
  b: 'brief',
  i: 'introduction',
  p: 'passages',
  d: 'deliberation',
  r: 'restitution',
  c: 'closed',
};

/** Written by hand, apart from the code: a command, who may give it, and in which phases (u b i p d r c). */
const TABLE = `
  AdoptSetup       system            u......
  ReissueLink      organiser         ubipdrc
  OpenBrief        mc                u......
  OpenIntroduction mc                .b.....
  OpenPassages     mc                ..i....
  CallTeam         mc                ...p...
  StartPitch       mc                ...p...
  StartQuestions   mc,system         ...p...
  EndQuestions     mc,system         ...p...
  LockBallots      mc,system         ...p...
  OpenDeliberation mc                ...p...
  OpenRestitution  mc                ....d..
  RevealLaureate   mc                .....r.
  ShowLaureates    mc                .....r.
  ThankTeams       mc                .....r.
  CloseSession     mc                .....r.
  PauseClock       mc,system         ...p...
  ResumeClock      mc                ...p...
  AdjustClock      mc                ...p...
  RestartClock     mc                ...p...
  PostponeTeam     mc                ubip...
  WithdrawTeam     mc                ubip...
  ReorderTeams     mc,organiser      ubi....
  SetMessage       mc                .bipdr.
  SetBlackout      mc                ubipdrc
  AnnounceReturn   mc,president      ....d..
  UndoStep         mc                ubipdrc
  CastTrialBallot  juror,president   .b.....
  CastBallot       juror,president   ...pdrc
  WriteSheet       table             u......
  EraseBallots     organiser         ......c
  OpenDraw         mc,organiser      ubi....
  SayNumber        mc,organiser      ubi....
  DrawOrder        mc,organiser      ubi....
  CloseDraw        mc,organiser      ubi....
  CheckIn          juror,president      ubipdr.
  RecordArrival    organiser,president  ubipdr.
  RecordDeparture  organiser,president  ubipdr.
  DeclareRecusal   juror,president      ubipd..
  RecordRecusal    organiser,president  ubipd..
  LiftRecusal      organiser,president  ubipd..
  EnterRemark      organiser,president  ubipdrc
  KeyPaperBallot   organiser         ...pd..
  AdmitLateBallot  president         ...pd..
  ReopenBallot     president         ...pd..
  CloseBallot      president         ...pd..
  WriteFeedback    juror,president   ...pdr.
  RaiseHand        juror,president   ...p...
  LowerHand        juror,president   ...p...
  GiveFloor        president         ...p...
  ClearHands       president,mc      ...p...
  ComposeList      president         ....d..
  CloseList        president         ....d..
  ReopenList       president         ....dr.
  TakeTieStep      president         ....d..
  OpenMotion       president         ....d..
  CastVote         juror,president   ....d..
  CastSecretVote   juror,president   ....d..
  RecordVote       president         ....d..
  CloseMotion      president         ....d..
  GiveCastingVote  president         ....d..
  RecordCommitment organiser,president  .....rc
`;

const rows = TABLE.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))
  .map(([type = '', by = '', phases = '']) => ({
    type: type as CommandType,
    by: by.split(',') as Sender[],
    phases: [...phases].flatMap((letter) => LETTER[letter] ?? []),
  }));

describe('[K2] who may give which command, and when', () => {
  test('[K2] the table names every command', () => {
    expect(rows.map(({ type }) => type).sort()).toEqual(Object.keys(PERMISSIONS).sort());
  });

  test.each(rows)('[K2] $type', ({ type, by, phases }) => {
    const allowed: string[] = [];
    const expected: string[] = [];
    for (const sender of SENDERS) {
      for (const phase of PHASES) {
        const verdict = permission(type, sender, phase);
        if (verdict === null) allowed.push(`${sender} ${phase}`);
        if (by.includes(sender) && phases.includes(phase)) expected.push(`${sender} ${phase}`);
        // Someone who may never give a command learns nothing of the phase from its refusal.
        if (!by.includes(sender)) expect(verdict).toBe('not-yours');
        else if (!phases.includes(phase)) expect(verdict).toBe('wrong-phase');
      }
    }
    expect(allowed).toEqual(expected);
  });

  test('[K2] coaches, projector, stage and public give no command at all', () => {
    for (const sender of ['coach', 'projector', 'stage', 'public'] as const)
      for (const { type } of rows) for (const phase of PHASES) expect(permission(type, sender, phase)).toBe('not-yours');
  });
});
