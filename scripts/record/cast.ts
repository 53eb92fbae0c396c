import type { Caller } from '../../server/testing/caller.ts';
import type { HeldClock } from '../../server/testing/held-clock.ts';
import type { House } from '../../server/testing/house.ts';
import type { Command } from '../../shared/commands.ts';

/** Everyone of a small forum, by the key of the audience, and the clock that they all go by. */
export interface Cast {
  readonly callers: ReadonlyMap<string, Caller>;
  /** A command that must be accepted, five seconds after the one before; its id is its type and its number. */
  act(by: string, command: { readonly type: Command['type']; readonly [field: string]: unknown }): Promise<void>;
  wait(seconds: number): void;
}

export async function castOf(house: House, clock: HeldClock): Promise<Cast> {
  const { organiser, mc, president, jurors, tables, projector, stage } = house.links;
  const links: readonly (readonly [string, string | null | undefined])[] = [
    ['organiser', organiser],
    ['mc', mc],
    ['president/j10', president],
    ...jurors.map(({ seat, url }) => [`juror/${seat}`, url] as const),
    ...tables.map(({ team, url }) => [`table/${team}`, url] as const),
    ['coach/a', house.links.coaches[0]],
    ['projector', projector],
    ['stage', stage],
    ['public', house.links.public],
  ];
  const callers = new Map<string, Caller>();
  for (const [key, link] of links) callers.set(key, await house.join(link));
  let given = 0;
  const steering = (callers.get('mc') as Caller).socket;
  return {
    callers,
    wait: (seconds) => clock.advance(seconds * 1_000),
    async act(by, command) {
      clock.advance(5_000);
      given += 1;
      const { step } = house.served.forum.state;
      const sent = STEPPING.has(command.type) ? { ...command, step } : command;
      const caller = callers.get(by);
      const outcome = await caller?.command(sent as Command, `${command.type}-${String(given).padStart(3, '0')}`);
      if (!outcome?.ok) throw new Error(`${by}: ${command.type} was refused: ${outcome?.code}`);
      // An exchange after it on another line: what the act changed has been sent by then.
      await steering.emitWithAck('clock');
    },
  };
}

const STEPPING: ReadonlySet<string> = new Set([
  'OpenBrief',
  'OpenIntroduction',
  'OpenPassages',
  'OpenDeliberation',
  'OpenRestitution',
  'CloseSession',
  'OpenDraw',
  'DrawOrder',
  'CloseDraw',
  'PostponeTeam',
  'WithdrawTeam',
  'CallTeam',
  'StartPitch',
  'StartQuestions',
  'EndQuestions',
  'LockBallots',
  'PauseClock',
  'ResumeClock',
  'AdjustClock',
  'SetMessage',
  'AnnounceReturn',
  'RevealLaureate',
  'ShowLaureates',
  'ThankTeams',
]);

/** One line for each view that was seen last: the part of a screen, the audiences that saw it so, and the view. */
export async function seenBy({ callers }: Cast): Promise<readonly string[]> {
  const seen = new Map<string, { part: string; view: unknown; audiences: string[] }>();
  for (const [audience, caller] of callers) {
    // What was sent before this answer has come before it.
    await caller.socket.emitWithAck('clock');
    for (const [part, view] of Object.entries(caller.views)) {
      const key = JSON.stringify([part, view]);
      const found = seen.get(key);
      if (found) found.audiences.push(audience);
      else seen.set(key, { part, view, audiences: [audience] });
    }
  }
  return [...seen.values()].map((one) => JSON.stringify(one));
}
