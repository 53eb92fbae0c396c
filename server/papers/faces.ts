import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

/** A typeface's file, and what it cannot draw. */
export interface Face {
  readonly name: string;
  readonly file: Buffer;
  /** Matches runs of characters the face has no glyph for. */
  readonly strange: RegExp;
  readonly font: Font;
}

const require = createRequire(import.meta.url);

/** @param path - of a TrueType file inside an installed package: it is found beside dist/ as beside the sources. */
function open(name: string, path: string): Face {
  const file = readFileSync(path);
  const font = create(file);
  if (!('characterSet' in font)) throw new TypeError(`${path} holds several fonts`);
  const known = font.characterSet.map((code) => `\\u{${code.toString(16)}}`).join('');
  return { name, file, strange: new RegExp(`[^${known}]+`, 'u'), font };
}

let opened: { readonly regular: Face; readonly bold: Face; readonly mono: Face } | undefined;

/** Atkinson Hyperlegible: Next for words, Mono for commands and hashes. Read at the first paper, then kept. */
export function faces() {
  opened ??= {
    regular: open(
      'regular',
      require.resolve('@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf'),
    ),
    bold: open('bold', require.resolve('@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf')),
    mono: open('mono', require.resolve('@expo-google-fonts/atkinson-hyperlegible-mono/400Regular/AtkinsonHyperlegibleMono_400Regular.ttf')),
  };
  return opened;
}
