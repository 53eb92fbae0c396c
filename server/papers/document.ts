/** One part of a paper, from the top down. Text is plain; a new line in it is kept. */
export type Block =
  | { readonly heading: string; readonly level: 1 | 2 | 3 }
  | { readonly text: string; readonly quiet?: boolean }
  | { readonly list: readonly string[] }
  | { readonly facts: readonly (readonly [term: string, value: string])[] }
  | { readonly table: Table }
  /** A command or a hash: one advance per character, cut anywhere, nothing added. */
  | { readonly code: string }
  /** A box to sign in for each title, all on one page. */
  | { readonly signatures: readonly string[] }
  | { readonly pageBreak: true };

export interface Table {
  /** Said above the table; empty for none. */
  readonly caption: string;
  /** Repeated at the head of each page the table goes on to. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Relative widths of the columns. Without them, columns share the width after what they hold. */
  readonly widths?: readonly number[];
  /** Columns of figures, from 0: aligned right, in figures of one width. */
  readonly numeric?: readonly number[];
}

/** Everything a paper says. The same paper is the same bytes. */
export interface Paper {
  readonly language: 'fr' | 'en';
  /** First heading, and the window's title. */
  readonly title: string;
  /** Said under the title, and in the file's properties; empty for none. */
  readonly subject: string;
  readonly author: string;
  /** Word across each page of a draft ("Brouillon"); null for a paper that counts. */
  readonly draft: string | null;
  /** Left of each page's foot: the journal's hash, for instance. */
  readonly foot: string;
  /** Right of each page's foot; pages count from 1. */
  readonly page: (n: number, of: number) => string;
  readonly blocks: readonly Block[];
  /** When the paper was made; kept to the second. */
  readonly at: Date;
}
