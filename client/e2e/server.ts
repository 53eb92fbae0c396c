import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import amiens from '../../shared/forums/amiens-2019.json' with { type: 'json' };

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Links {
  readonly organiser: string;
  readonly mc: string;
  readonly president: string;
  readonly jurors: readonly { readonly seat: string; readonly url: string }[];
  readonly tables: readonly { readonly team: string; readonly url: string }[];
  readonly coaches: readonly string[];
  readonly projector: string;
  readonly stage: string;
  readonly public: string;
}

/** Amiens in small: three teams, three seats (the president's among them), two laureates. */
function smallForum() {
  const teams = amiens.teams.slice(0, 3);
  const seats = [...amiens.seats.slice(0, 2), ...amiens.seats.filter((seat) => 'president' in seat)];
  const rules = { ...amiens.rules, laureates: 2, quorum: { total: 0, colleges: [] }, ties: [{ by: 'vote' }, { by: 'draw' }] };
  return { ...amiens, id: 'petit-forum', teams, seats, order: teams.map(({ id }) => id), rules };
}

/** The fifteen teams, before a jury whose ties go to the vote, then to the casting vote. */
export const wholeForum = () => ({
  ...amiens,
  rules: { ...amiens.rules, ties: [{ by: 'vote' }, { by: 'casting-vote' }, { by: 'draw' }] },
});

/** The real server, in its own process and its own folder; it can be killed and started again on the same port. */
export class TestServer {
  readonly #folder = mkdtempSync(join(tmpdir(), 'estrade-e2e-'));
  #child: ChildProcess | null = null;
  #port = 0;
  readonly #forum: object;
  links!: Links;

  constructor(forum: object = smallForum()) {
    this.#forum = forum;
  }

  async start(): Promise<this> {
    const forum = join(this.#folder, 'forum.json');
    writeFileSync(forum, JSON.stringify(this.#forum));
    const args = [
      'scripts/start.mjs',
      '--json',
      '--host',
      '127.0.0.1',
      '--port',
      String(this.#port),
      '--data',
      join(this.#folder, 'data'),
      '--forum',
      forum,
    ];
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    this.#child = child;
    const line = await new Promise<string>((resolve, reject) => {
      child.stdout.once('data', (text: Buffer) => resolve(String(text)));
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    });
    const { url, links } = JSON.parse(line) as { url: string; links: Links };
    this.#port = Number(new URL(url).port);
    this.links = links;
    return this;
  }

  /** As a power cut would: no goodbye. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
