import { type Exchange, type Offset, offsetOf } from '../shared/clock-sync.ts';
import type { RoomTime } from './time.svelte.ts';

/** Exchanges older than this are left out: two quartzes drift apart. */
const MEMORY = 300_000;
/** A server further off than this is not where it was. */
const ELSEWHERE = 1_000;
/** Corrections smaller than this are not worth a digit's wobble. */
const WORTH = 2;

const device = () => performance.now();

/** The server's time as this device reckons it, from exchanges over the line. */
export class RoomClock implements RoomTime {
  rate = 1;
  revision = $state(0);
  /** Half the smallest round trip: the estimate is not wrong by more, save a constant asymmetry of the network. */
  bound = $state<number | null>(null);
  #offset = 0;
  #exchanges: Exchange[] = [];

  instant(): number {
    return device() * this.rate + this.#offset;
  }

  /** A first, rough reading, so that digits show at once. Kept only until the first exchange. */
  begin(now: number, rate: number): void {
    // Another server, or the same after a sleep, may reckon from elsewhere: what was learnt of the old one would spoil the new.
    if (rate !== this.rate || Math.abs(now - this.instant()) > ELSEWHERE * rate) this.#exchanges = [];
    this.rate = rate;
    if (this.#exchanges.length === 0) this.#set(now - device() * rate);
  }

  /** Take one exchange into account. `asked` and `answered` are device times, the others the server's. */
  learn(exchange: Exchange): void {
    const scaled = { ...exchange, asked: exchange.asked * this.rate, answered: exchange.answered * this.rate };
    // No leg takes less than no time: where the estimate says so by far, the server's time has gone on without this device.
    const { asked, received, sent, answered: back } = scaled;
    if (Math.max(this.#offset - (received - asked), sent - back - this.#offset) > ELSEWHERE * this.rate) this.#exchanges = [];
    const oldest = scaled.answered - MEMORY * this.rate;
    this.#exchanges = [...this.#exchanges.filter(({ answered }) => answered >= oldest), scaled];
    const estimate = offsetOf(this.#exchanges) as Offset;
    this.bound = estimate.bound / this.rate;
    if (Math.abs(estimate.offset - this.#offset) > WORTH * this.rate) this.#set(estimate.offset);
  }

  /** After sleep the device's own clock may have stood still: what was learnt before is void. */
  forget(): void {
    this.#exchanges = [];
    this.revision += 1;
  }

  #set(offset: number): void {
    this.#offset = offset;
    this.revision += 1;
  }
}

/** Ask the server's time `times` over, `apart` milliseconds between two; stops when the line is gone. */
export async function exchange(
  clock: RoomClock,
  ask: () => Promise<[received: number, sent: number]>,
  times: number,
  apart: number,
): Promise<void> {
  for (let turn = 0; turn < times; turn += 1) {
    const asked = device();
    const [received, sent] = await ask();
    clock.learn({ asked, received, sent, answered: device() });
    if (apart > 0) await new Promise((resolve) => setTimeout(resolve, apart));
  }
}
