import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const running: ChildProcess[] = [];

/** What the one line of a start with `--json` says. */
export interface Ready {
  readonly ready: boolean;
  readonly url: string;
  readonly forum: string;
  readonly links: Record<'organiser' | 'mc' | 'president' | 'projector' | 'stage' | 'public', string> & {
    readonly jurors: readonly { readonly seat: string; readonly url: string }[];
    readonly tables: readonly { readonly team: string; readonly url: string }[];
    readonly coaches: readonly string[];
  };
}

/** The command as `npm start` runs it, and what it came to. It can be sent messages, for what a test loads before it. */
export function start(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, ['scripts/start.mjs', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  running.push(child);
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream]?.on('data', (text: Buffer) => {
      said[stream] += text;
    });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  // What it said when it first said something; nothing if it ended before.
  const line = new Promise<string>((resolve) => {
    child.stdout?.on('data', () => said.stdout.includes('\n') && resolve(said.stdout));
    child.on('close', () => resolve(said.stdout));
  });
  return { child, said, ended, line };
}

/** The same on a free port of this machine alone, until it is ready. Throws with what it said when it is not. */
export async function startJson(data: string, { port = 0, more = [] as readonly string[], env = {} } = {}) {
  const started = start(['--json', '--port', String(port), '--host', '127.0.0.1', '--data', data, ...more], env);
  const line = await started.line;
  if (line === '') throw new Error(`it did not start: ${started.said.stderr}`);
  return { ...started, ready: JSON.parse(line) as Ready };
}

/** Ends every process that was started here. */
export function endAll(): void {
  for (const child of running.splice(0)) child.kill('SIGKILL');
}
