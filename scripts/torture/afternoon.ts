import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportOf } from '../../shared/verify/export.ts';
import { verify } from '../../shared/verify/verify.ts';
import { faultOf } from '../verify/words.ts';
import { juror } from './actors/juror.ts';
import { organiser } from './actors/organiser.ts';
import { president } from './actors/president.ts';
import { regie } from './actors/regie.ts';
import { table } from './actors/table.ts';
import { type Chance, chanceOf } from './chance.ts';
import { type Company, gather } from './company.ts';
import { count, type Figures } from './count.ts';
import { type Death, deathOf } from './deaths.ts';
import { Gate, type Room } from './device.ts';
import { Disk } from './disk.ts';
import { forumOf, RATE } from './forum.ts';
import { Broken, Ledger } from './ledger.ts';
import { BadLines, type Faults } from './lines.ts';
import { screensHold } from './screens.ts';
import type { Victim, Victims } from './victim.ts';

/** What one afternoon adds to the report. */
export interface Afternoon {
  readonly figures: Figures;
  readonly faults: Faults;
  /** Views of screens that were compared with the journal's. */
  readonly views: number;
  readonly closed: boolean;
}

/** A step that is not reached for so long, in milliseconds, will not be: then the end comes from outside. */
const QUIET = 1_500;

/** One forum from its first sheet to its last thanks, or until enough were killed: the server dies again and again, and its file is counted. */
export class Torture {
  readonly #victims: Victims;
  readonly #chance: Chance;
  readonly #setup: ReturnType<typeof forumOf>;
  readonly #folder = mkdtempSync(join(tmpdir(), 'estrade-torture-'));
  readonly #proxy = new BadLines();
  readonly #room: Room;
  readonly #disk: Disk;
  readonly #more: () => boolean;
  #company: Company | null = null;
  #port = 0;
  #views = 0;

  /** `more`: whether the server is to be killed once more. */
  constructor(seed: string, number: number, victims: Victims, more: () => boolean) {
    this.#victims = victims;
    this.#more = more;
    this.#chance = chanceOf(seed, `afternoon ${number}`);
    this.#setup = forumOf(this.#chance, number);
    this.#room = { seed: `${seed}/${number}`, ledger: new Ledger(), gate: new Gate() };
    mkdirSync(this.#data);
    this.#disk = new Disk(this.#data, this.#setup.id);
  }

  get #data(): string {
    return join(this.#folder, 'data');
  }

  /** `killed` is told of each death, and when it was. Throws what broke; the folder then stays, and is named. */
  async play(killed: (when: string) => void): Promise<Afternoon> {
    const { gate, ledger } = this.#room;
    let acting: Promise<unknown> | null = null;
    try {
      for (let lives = 0; ; lives += 1) {
        const last = !this.#more() || this.#isClosed;
        const death = last ? null : lives === 0 ? deathAwake(this.#chance) : deathOf(this.#chance);
        const victim = await this.#live(death);
        if (victim) {
          acting ??= this.#act();
          if (death === null) {
            await this.#finish(victim, acting);
            break;
          }
          killed(await this.#die(victim, death));
        } else killed('waking');
        if (ledger.broken) throw ledger.broken;
        this.#disk.read(ledger.fresh.splice(0));
      }
      const figures = count(ledger, this.#disk.entries, this.#disk.readAll());
      this.#recount();
      rmSync(this.#folder, { recursive: true });
      return { figures, faults: this.#proxy.faults, views: this.#views, closed: this.#isClosed };
    } finally {
      gate.over = true;
      gate.set(true);
      for (const { caller } of this.#company?.all ?? []) caller.leave();
      this.#proxy.close();
    }
  }

  get folder(): string {
    return this.#folder;
  }

  get #isClosed(): boolean {
    return this.#disk.state?.course.phase === 'closed';
  }

  /** A new process on the same folder and port, with every screen back and right; null when it died before that, as it was told. */
  async #live(death: Death | null): Promise<Victim | null> {
    const victim = await this.#victims.rise();
    const waking = death?.waking ? death : null;
    const end = waking?.by === 'step' ? waking : null;
    const serving = victim.serve({ port: this.#port, data: this.#data, setup: this.#setup, rate: RATE, end });
    if (waking?.by === 'instant') setTimeout(() => victim.kill(), waking.after);
    const ready = await serving;
    if (ready) {
      this.#port = this.#proxy.target = ready.port;
      this.#company ??= await gather(ready.links, this.#proxy, this.#room);
      const views = await screensHold(this.#company, victim, this.#disk);
      if (views !== null) {
        this.#views += views;
        for (const { caller } of this.#company.all) for (const heard of [caller.frames, caller.presences]) heard.splice(0);
        return victim;
      }
    }
    await this.#gone(victim);
    return null;
  }

  /** Returns where it died: at its step, or at random where that step was not reached. */
  async #die(victim: Victim, death: Death): Promise<string> {
    this.#proxy.bad = true;
    // It was to die while it woke, and had nothing to do: it dies at its first act.
    if (death.by === 'step' && !death.waking) victim.endAt(death);
    let outside = false;
    const kill = () => {
      outside = true;
      victim.kill();
    };
    const timer = setTimeout(kill, death.by === 'instant' ? death.after : QUIET);
    this.#room.gate.set(true);
    await victim.gone;
    clearTimeout(timer);
    await this.#gone(victim);
    return outside || death.by === 'instant' ? 'at random' : death.step;
  }

  async #gone(victim: Victim): Promise<void> {
    await victim.gone;
    this.#room.gate.set(false);
    await this.#proxy.drained();
    if (victim.fault) throw new Broken(victim.fault);
  }

  /** No more deaths but the last: what is under way is answered, screens are compared once more, and the file is read. */
  async #finish(victim: Victim, acting: Promise<unknown>): Promise<void> {
    const { gate, ledger } = this.#room;
    gate.over = true;
    gate.set(true);
    await acting;
    for (const { busy } of this.#company?.all ?? []) while (busy.size > 0) await Promise.all(busy);
    if (ledger.broken) throw ledger.broken;
    if (this.#company) this.#views += (await screensHold(this.#company, victim, this.#disk)) ?? 0;
    victim.kill();
    await this.#gone(victim);
    this.#disk.read(ledger.fresh.splice(0));
  }

  #act(): Promise<unknown> {
    const company = this.#company as Company;
    const parts = [
      ...company.jurors.map(juror),
      ...company.tables.map(table),
      organiser(company.organiser),
      president(company.president),
      regie(company.mc, company),
    ];
    return Promise.all(parts);
  }

  /** The export of a closed session holds, by the recount that anyone can do. */
  #recount(): void {
    if (!this.#isClosed) return;
    const verdict = verify(JSON.stringify(exportOf(this.#disk.entries)));
    if (verdict.result === 'wrong') throw new Broken(`the recount says: ${faultOf(verdict.fault, verdict.entries)}`);
    if (verdict.result !== 'right') throw new Broken('the recount takes the export for none');
  }
}

const deathAwake = (chance: Chance): Death => ({ ...deathOf(chance), waking: false });
