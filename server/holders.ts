/**
 * Which device holds each juror's seat. The last one that opened its link has it; one from which it was taken does not come back by itself,
 * or two phones would chase each other all afternoon. Kept in memory: it is about now.
 */
export class Holders {
  readonly #seats = new Map<string, { holder: string; readonly before: Set<string> }>();

  /** A device opens a seat's link: whether it holds the seat from now on. `take`: a person asked to have it back. */
  opened(seat: string, device: string, take: boolean): boolean {
    const held = this.#seats.get(seat);
    if (!held) this.#seats.set(seat, { holder: device, before: new Set() });
    else if (held.holder !== device) {
      if (held.before.has(device) && !take) return false;
      held.before.add(held.holder);
      held.before.delete(device);
      held.holder = device;
    }
    return true;
  }

  /** The link was issued anew: whoever opens the new one begins afresh. */
  forget(seat: string): void {
    this.#seats.delete(seat);
  }
}
