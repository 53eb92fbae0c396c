/** Keeps a wall from going dark, where the browser can: only over HTTPS, so nothing may count on it. Returns how to stop. */
export function keepAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  let wanted = true;
  const ask = async () => {
    if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
    try {
      lock = await navigator.wakeLock.request('screen');
      if (!wanted) await lock.release();
    } catch {
      lock = null;
    }
  };
  const again = () => void ask();
  again();
  // The lock falls whenever the page is hidden.
  document.addEventListener('visibilitychange', again);
  return () => {
    wanted = false;
    document.removeEventListener('visibilitychange', again);
    lock?.release().catch(() => undefined);
  };
}

/** F: the wall takes the whole screen, or gives it back. */
export function toggleFullscreen(event: KeyboardEvent): void {
  if (event.key.toLowerCase() !== 'f' || event.ctrlKey || event.metaKey || event.altKey) return;
  const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();
  done?.catch(() => undefined);
}
