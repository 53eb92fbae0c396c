import type { SheetPart } from '../../../shared/state.ts';
import type { Draft, Room } from '../../room.ts';
import type { Views } from '../../shared.ts';
import { keepRough, readRough } from './rough.ts';

/** What a part of the sheet reads: its table's view, and the room. */
interface Around {
  readonly room: Room;
  readonly forum: Views['forum'];
  readonly table: Views['table'];
}

interface Typed {
  readonly text: string;
  /** When the server last saved as this was typed or sent: once that changes, the server has spoken. */
  readonly over: number | null;
  readonly sent: boolean;
}

/** A pause in typing long enough to send: longer than looking for a key. */
const PAUSE = 900;

/** One part of the sheet under someone's fingers: sent at each pause, never overwritten while it is written or unsent. */
export class Part {
  readonly name: SheetPart;
  readonly #around: () => Around;
  readonly #key: string;
  #typed = $state<Typed | null>(null);
  #focused = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(name: SheetPart, around: () => Around) {
    const { forum, table } = around();
    this.name = name;
    this.#around = around;
    this.#key = `estrade-sheet/${forum.id}/${table.team}/${name}`;
    const rough = readRough(this.#key);
    if (rough !== null) this.#typed = { text: rough, over: table.savedAt, sent: false };
  }

  /** What the box shows. */
  get text(): string {
    const typed = this.#typed;
    const { table } = this.#around();
    if (typed && (this.#focused || !typed.sent || this.#kept !== undefined || typed.over === table.savedAt)) return typed.text;
    return this.#kept ?? this.#refused ?? table.sheet[this.name];
  }
  /** Characters too many; 0 when it fits. */
  get over(): number {
    return Math.max(0, this.text.length - this.#around().table.limit);
  }
  /** On this device, not yet acknowledged. */
  get pending(): boolean {
    return this.#kept !== undefined || this.#typed?.sent === false;
  }
  get refused(): boolean {
    return this.#refused !== undefined;
  }

  /** Someone puts a finger in the box: from here the text is theirs. A refused text gets another chance. */
  enter(): void {
    this.#typed = { text: this.text, over: this.#around().table.savedAt, sent: !this.pending && !this.refused };
    this.#focused = true;
  }
  type(text: string): void {
    this.#typed = { text, over: this.#around().table.savedAt, sent: false };
    keepRough(this.#key, text);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.send(), PAUSE);
  }
  leave(): void {
    this.send();
    this.#focused = false;
  }

  /** Hand it to the outbox if it differs and fits; a text that is too long waits here, whole. */
  send(): void {
    clearTimeout(this.#timer);
    const typed = this.#typed;
    if (!typed || typed.sent || this.over > 0) return;
    const { room, table } = this.#around();
    for (const { id, draft } of room.outbox.refused) if (this.#own(draft) !== undefined) room.outbox.forget(id);
    if (typed.text !== (this.#kept ?? table.sheet[this.name])) room.outbox.keep({ type: 'WriteSheet', part: this.name, text: typed.text });
    this.#typed = { ...typed, over: table.savedAt, sent: true };
    keepRough(this.#key, null);
  }

  #own(draft: Draft): string | undefined {
    return draft.type === 'WriteSheet' && draft.part === this.name ? draft.text : undefined;
  }
  get #kept(): string | undefined {
    return this.#last(this.#around().room.outbox.pending);
  }
  get #refused(): string | undefined {
    return this.#last(this.#around().room.outbox.refused);
  }
  #last(drafts: readonly { readonly draft: Draft }[]): string | undefined {
    return drafts.map(({ draft }) => this.#own(draft)).reduce((last, text) => text ?? last, undefined);
  }
}
