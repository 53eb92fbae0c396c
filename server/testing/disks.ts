import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of so much room on a folder: a key but for the plug, or a disk that can really be full. */
export function mount(folder: string, options: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'estrade', folder], { stdio: 'ignore' });
}

export function remount(folder: string, options: string): void {
  execFileSync('mount', ['-o', `remount,${options}`, folder], { stdio: 'ignore' });
}

export function unmount(folder: string): void {
  execFileSync('umount', [folder], { stdio: 'ignore' });
}

/** Whether this account may mount: most may not. */
export function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'estrade-mount-'));
  return tries(
    () => {
      mount(folder, 'size=64k');
      unmount(folder);
    },
    () => rmSync(folder, { recursive: true, force: true }),
  );
}

/** From now on the kernel refuses every byte that this process would write to a file, as a failing disk does (EFBIG), or takes it again. */
export function limitFiles(limit: '0' | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${limit}:unlimited`], { stdio: 'ignore' });
}

/** Whether files can be limited here: on Linux, save where the account has a limit of its own. */
export function mayLimit(): boolean {
  return tries(() => limitFiles('unlimited'));
}

function tries(act: () => void, after: () => void = () => undefined): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  } finally {
    after();
  }
}
