/** A choice of the reader, kept on the device where it may be. */
export function remembered(key: string): { on: boolean; toggle(): void } {
  let on = $state(read(key));
  return {
    get on() {
      return on;
    },
    toggle() {
      on = !on;
      write(key, on);
    },
  };
}

// Storage may be missing or forbidden: the choice then lasts as long as the page.
function read(key: string): boolean {
  try {
    return localStorage.getItem(key) === 'on';
  } catch {
    return false;
  }
}

function write(key: string, on: boolean): void {
  try {
    localStorage.setItem(key, on ? 'on' : 'off');
  } catch {
    return;
  }
}
