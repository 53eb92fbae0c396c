import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, Paper } from './document.ts';
import { printPaper } from './print.ts';
import { readPaper, type Said } from './testing/reader.ts';

const paper = (blocks: readonly Block[], change: Partial<Paper> = {}): Paper => ({
  language: 'fr',
  title: 'Procès-verbal',
  subject: 'Forum d’Amiens',
  author: 'Le jury',
  draft: null,
  foot: 'journal 9f86d081',
  page: (n, of) => `page ${n} sur ${of}`,
  blocks,
  at: new Date('2019-11-28T16:45:00Z'),
  ...change,
});
const read = async (blocks: readonly Block[], change: Partial<Paper> = {}) => readPaper(await printPaper(paper(blocks, change)));
const squeezed = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
const outline = ({ role, children }: Said): unknown => (children.length === 0 ? role : { [role]: children.map(outline) });
const range = (count: number) => Array.from({ length: count }, (_, index) => index);

const LATIN = '\n  aàâbcçdeéèêëfghiîïjklmnoôœpqrstuùûüvwxyzÀÇÉŒŠŽșğŁ0123456789.,:;!?’«»()/-–—&<>%€';
const words = fc.string({ unit: fc.constantFrom(...LATIN), minLength: 1, maxLength: 160 }).filter((text) => squeezed(text) !== '');
/** Short enough for a row that is not cut: the reader gives the tree page by page. */
const cells = words.map((text) => squeezed(text).slice(0, 40));
const blocks: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ heading: words, level: fc.constantFrom(1 as const, 2 as const, 3 as const) }),
  fc.record({ text: words, quiet: fc.boolean() }),
  fc.record({ list: fc.array(words, { minLength: 1, maxLength: 4 }) }),
  fc.record({ facts: fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 4 }) }),
  fc.record({
    table: fc.record({
      caption: words,
      head: fc.array(cells, { minLength: 1, maxLength: 6 }),
      rows: fc.array(fc.array(cells, { maxLength: 6 }), { maxLength: 5 }),
      numeric: fc.uniqueArray(fc.nat(5)),
    }),
  }),
  fc.record({ code: words }),
  fc.record({ signatures: fc.array(words, { minLength: 1, maxLength: 5 }) }),
);

/** All a block says, in order. */
function sayings(block: Block): readonly string[] {
  if ('heading' in block) return [block.heading];
  if ('text' in block) return [block.text];
  if ('list' in block) return block.list.flatMap((point) => ['•', point]);
  if ('facts' in block) return block.facts.flat();
  if ('table' in block) return [block.table.caption, ...block.table.head, ...block.table.rows.flat()];
  if ('code' in block) return [block.code];
  return 'signatures' in block ? block.signatures : [];
}

const leaves = (said: Said): readonly string[] => (said.children.length === 0 ? [said.text] : said.children.flatMap(leaves));

test('every word is in the file, in reading order, inside the margins', async () => {
  await fc.assert(
    fc.asyncProperty(words, fc.array(blocks, { maxLength: 6 }), async (title, parts) => {
      const { pages } = await read(parts, { title });
      const said = pages.flatMap(({ tree }) => tree.flatMap(leaves));
      const bare = (texts: readonly string[]) => texts.join('').normalize('NFC').replace(/\s+/g, '');
      expect(bare(said)).toBe(bare([title, 'Forum d’Amiens', ...parts.flatMap(sayings)]));
      for (const { bounds } of pages) {
        expect(bounds.left).toBeGreaterThanOrEqual(68);
        expect(bounds.right).toBeLessThanOrEqual(595.28 - 68 + 4);
        expect(bounds.bottom).toBeGreaterThan(30);
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('spaces between words survive the ends of lines and of pages', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 30 }), async (parts) => {
      const text = parts.join(' ');
      const { pages } = await read([{ text }]);
      const said = pages.flatMap(({ tree }) => tree.filter(({ role }) => role === 'P').map((element) => element.text));
      expect(squeezed(said.slice(1).join(''))).toBe(squeezed(text));
    }),
    { numRuns: 30 },
  );
}, 60_000);

const anything = fc.string({ unit: fc.nat(0x10ffff).map((code) => String.fromCodePoint(code)), minLength: 1 });

test('any character at all is printed or has a stand-in, and nothing is thrown', async () => {
  await fc.assert(
    fc.asyncProperty(anything, async (text) => {
      const { text: said } = await read([{ text: `a${text}b` }], { title: text, foot: text, author: text });
      expect(said.at(-1)).toMatch(/^a.*b$/s);
      expect(said.at(-1)).not.toContain('\0');
    }),
    { numRuns: 40 },
  );
  const stood = await printPaper(paper([{ text: 'Ελένη vote\u202F: porte\u2011voix' }]));
  expect((await readPaper(stood)).text.at(-1)).toBe('◊◊◊◊◊ vote\u00A0: porte-voix');
}, 60_000);

test('the tree names each part', async () => {
  const { pages } = await read([
    { heading: 'Jury', level: 2 },
    { text: 'Cinq membres.' },
    { list: ['Une', 'Deux'] },
    { facts: [['Séance', 'jeudi']] },
    { table: { caption: 'Moyennes', head: ['Projet', 'Moyenne'], rows: [['Naïades', '14,5']] } },
    { code: 'estrade verify' },
    { signatures: ['La présidente', 'Le secrétaire'] },
  ]);
  const point = { LI: ['Lbl', 'LBody'] };
  expect(pages.flatMap(({ tree }) => tree.map(outline))).toEqual([
    'H1',
    'P',
    'H2',
    'P',
    { L: [point, point] },
    { L: [point] },
    { Table: ['Caption', { THead: [{ TR: ['TH', 'TH'] }] }, { TBody: [{ TR: ['TD', 'TD'] }] }] },
    { P: ['Code'] },
    { Sect: ['P', 'P'] },
  ]);
});

test('the file says its language, its title, its standard, and carries its typefaces', async () => {
  const title = 'Fiche <A & B>';
  const bytes = await printPaper(paper([{ code: 'abc' }, { heading: 'Partie', level: 1 }], { title }));
  const { info, metadata, tagged, titleShown, pages, outline: bookmarks } = await readPaper(bytes);
  expect([info.get('Language'), info.get('Title'), info.get('Author')]).toEqual(['fr', title, 'Le jury']);
  expect([metadata('dc:title'), metadata('pdfuaid:part'), tagged, titleShown]).toEqual([title, '1', true, true]);
  expect(bookmarks).toEqual(['Partie']);
  expect(pages[0]?.fonts.map(({ name, embedded }) => [name.replace(/^[A-Z]{6}\+/, ''), embedded]).sort()).toEqual([
    ['AtkinsonHyperlegibleMono-Regular', true],
    ['AtkinsonHyperlegibleNext-Bold', true],
    ['AtkinsonHyperlegibleNext-Regular', true],
  ]);
});

test('a long table says its head on every page, and once to a voice', async () => {
  const rows = range(200).map((n) => [`équipe-${n}`, `${n}`]);
  const bytes = await printPaper(paper([{ table: { caption: '', head: ['Projet', 'Rang'], rows, numeric: [1] } }], { draft: 'Brouillon' }));
  const { pages } = await readPaper(bytes);
  expect(pages.length).toBeGreaterThan(3);
  for (const [index, { ornaments, tree }] of pages.entries()) {
    const lines = ornaments.split('\n');
    expect(lines.filter((line) => line === 'Brouillon')).toHaveLength(1);
    expect(lines).toContain('journal 9f86d081');
    expect(lines).toContain(`page ${index + 1} sur ${pages.length}`);
    expect(lines.filter((line) => line === 'Projet')).toHaveLength(index === 0 ? 0 : 1);
    expect(tree.some(({ text }) => text.includes('ProjetRang'))).toBe(index === 0);
  }
  const counts = pages.map(({ tree }) => tree.flatMap(({ text }) => text.match(/équipe-/g) ?? []).length);
  expect(counts.reduce((sum, count) => sum + count)).toBe(rows.length);
  expect(new Set(counts.slice(1, -1)).size).toBe(1);
  expect(bytes.toString('latin1').match(/\/Scope \/Column/g)).toHaveLength(2);
});

test('a row longer than a page goes on, each cell whole, under the head', async () => {
  const [left, right] = [
    range(400)
      .map((n) => `g${n}`)
      .join(' '),
    range(300)
      .map((n) => `d${n}`)
      .join(' '),
  ];
  const row = [left, 'entre', right];
  const { pages } = await read([{ table: { caption: 'Longue', head: ['G', 'M', 'D'], rows: [row], widths: [1, 1, 1] } }]);
  expect(pages.length).toBeGreaterThan(1);
  const parts = pages.flatMap(({ tree }) => tree.flatMap(({ children }) => children.filter(({ role }) => role === 'TBody')));
  const cellsOf = parts.map((body) => body.children[0]?.children.map(({ text }) => text) ?? []);
  const said = (mark: string) =>
    cellsOf
      .flat()
      .filter((text) => text.startsWith(mark))
      .join('');
  expect(['g', 'e', 'd'].map(said)).toEqual(row);
  for (const { ornaments } of pages.slice(1)) expect(ornaments).toMatch(/G\nM\nD\n/);
});

test('a table of many columns cuts no word while smaller letters avoid it', async () => {
  const head = ['Transports', ...range(15).map((n) => `Juré ${n}`), 'Moyenne'];
  const { pages } = await read([{ table: { caption: '', head, rows: [head.map(() => '14,50')], numeric: [16] } }]);
  expect(pages[0]?.runs).toEqual(expect.arrayContaining(['Transports', 'Moyenne']));
});

test('a word too long for a line is cut at the margin', async () => {
  for (const letter of 'xAVŒ-i') {
    const { pages } = await read([{ text: letter.repeat(400) }]);
    expect(pages[0]?.bounds.right).toBeLessThanOrEqual(595.28 - 68 + 0.1);
  }
});

test('a heading is on the page of what follows it, wherever the page ends', async () => {
  for (const lines of range(12)) {
    const filler = range(31 + lines).map((n) => `ligne ${n}`);
    const { pages } = await read([{ text: filler.join('\n') }, { heading: 'Incidents', level: 1 }, { text: 'Un\ndeux' }]);
    const page = pages.find(({ tree }) => tree.some(({ role }) => role === 'H2'));
    expect(page?.tree.at(-1)?.text).toBe('Un deux');
  }
});

test('headings skip no level, however the paper is written', async () => {
  const levels = fc.array(fc.constantFrom(1 as const, 2 as const, 3 as const), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(levels, async (asked) => {
      const { pages } = await read(asked.map((level) => ({ heading: 'Partie', level })));
      const got = pages.flatMap(({ tree }) => tree.flatMap(({ role }) => (role.startsWith('H') ? [Number(role[1])] : [])));
      for (const [index, level] of got.entries()) expect(level).toBeLessThanOrEqual((got[index - 1] ?? 0) + 1);
    }),
    { numRuns: 15 },
  );
});

test('boxes to sign are on one page with the words before them, a page break is obeyed', async () => {
  const titles = range(6).map((n) => `Juré ${n}`);
  for (const lines of [20, 28, 36]) {
    const { pages } = await read([{ text: range(lines).join('\n') }, { text: 'Fait à Amiens.' }, { signatures: titles }]);
    const signed = pages.filter(({ tree }) => tree.some(({ role }) => role === 'Sect'));
    expect(signed.map(({ tree }) => tree.at(-2)?.text)).toEqual(['Fait à Amiens.']);
  }
  const { pages } = await read([{ text: 'un' }, { pageBreak: true }, { text: 'deux' }]);
  expect(pages.map(({ tree }) => tree.at(-1)?.text)).toEqual(['un', 'deux']);
});

test('the same paper is the same bytes, another is another file', async () => {
  const [first, second, other] = await Promise.all([
    printPaper(paper([{ text: 'un' }])),
    printPaper(paper([{ text: 'un' }])),
    printPaper(paper([{ text: 'un' }], { title: 'Autre' })),
  ]);
  expect(first.equals(second)).toBe(true);
  expect((await readPaper(first)).fingerprint).not.toBe((await readPaper(other)).fingerprint);
});
