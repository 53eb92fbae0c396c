import type { Afternoon } from './afternoon.ts';
import type { Figures } from './count.ts';
import type { Broken } from './ledger.ts';
import type { Faults } from './lines.ts';
import type { Options } from './options.ts';

/** All afternoons together, and what is said of them. */
export class Report {
  readonly #options: Options;
  readonly #started = performance.now();
  readonly #kills = new Map<string, number>();
  readonly #figures: Record<string, number> = {};
  readonly #faults: Record<string, number> = {};
  #killed = 0;
  #afternoons = 0;
  #closed = 0;
  #views = 0;
  #broken: { readonly broken: Broken; readonly folder: string } | null = null;

  constructor(options: Options) {
    this.#options = options;
  }

  get wantsMore(): boolean {
    const { kills, minutes } = this.#options;
    return kills === null ? this.#minutes < (minutes ?? 0) : this.#killed < kills;
  }

  get held(): boolean {
    return this.#broken === null;
  }

  killed(when: string): void {
    this.#killed += 1;
    this.#kills.set(when, (this.#kills.get(when) ?? 0) + 1);
  }

  add({ figures, faults, views, closed }: Afternoon): void {
    this.#afternoons += 1;
    this.#closed += closed ? 1 : 0;
    this.#views += views;
    add(this.#figures, figures);
    add(this.#faults, faults);
  }

  broke(broken: Broken, folder: string): void {
    this.#broken = { broken, folder };
  }

  progress(): void {
    if (this.#options.json) return;
    process.stdout.write(
      `${this.#killed} kills, ${this.#afternoons} afternoons, ${this.#figures.sent} commands, ${this.#minutes.toFixed(1)} min\n`,
    );
  }

  get text(): string {
    return this.#options.json ? `${JSON.stringify(this.#asJson)}\n` : `${this.#lines.join('\n')}\n`;
  }

  get #minutes(): number {
    return (performance.now() - this.#started) / 60_000;
  }

  get #asJson(): object {
    const broken = this.#broken && { why: this.#broken.broken.message, command: this.#broken.broken.made, folder: this.#broken.folder };
    return {
      ok: this.held,
      seed: this.#options.seed,
      seconds: Math.round(this.#minutes * 60),
      kills: this.#killed,
      killsAt: Object.fromEntries(this.#kills),
      afternoons: this.#afternoons,
      closed: this.#closed,
      ...(this.#figures as unknown as Figures),
      faults: this.#faults as unknown as Faults,
      viewsCompared: this.#views,
      // Counted afternoon by afternoon: the first one lost or doubled ends the torture, and is told.
      lost: this.held ? 0 : null,
      doubled: this.held ? 0 : null,
      broken,
    };
  }

  get #lines(): readonly string[] {
    if (this.#broken) {
      const { broken, folder } = this.#broken;
      const { made } = broken;
      return [
        `BROKEN after ${this.#killed} kills: ${broken.message}.`,
        made
          ? `First command concerned: ${made.id} of ${made.by}: ${JSON.stringify(made.command)}, answered ${JSON.stringify(made.outcome)}.`
          : 'No single command is concerned.',
        `Seed ${this.#options.seed}. Its files are kept in ${folder}.`,
      ];
    }
    const f = this.#figures as unknown as Figures;
    const faults = this.#faults as unknown as Faults;
    return [
      '',
      `${this.#killed} kills in ${this.#minutes.toFixed(1)} minutes, seed ${this.#options.seed}: ${[...this.#kills].map(([name, many]) => `${many} ${name}`).join(', ')}.`,
      `${this.#afternoons} afternoons, ${this.#closed} of them to their close; ${f.entries} entries, ${f.own} of them the server's own.`,
      `${f.sent} commands = ${f.accepted} accepted + ${f.refused} refused + ${f.late} late + ${f.unsent} known unsent; ${f.unchanged} of the accepted changed nothing.`,
      `${f.resends} resends; ${faults.swallowed} acknowledgements swallowed, ${faults.cuts} lines cut, ${faults.silences} gone silent, ${faults.delayed} messages delayed.`,
      `${f.secret} secret votes, all in their boxes; ${this.#views} views of screens equal to the journal's.`,
      '0 lost, 0 doubled.',
    ];
  }
}

function add(sum: Record<string, number>, more: object): void {
  for (const [name, many] of Object.entries(more) as [string, number][]) sum[name] = (sum[name] ?? 0) + many;
}
