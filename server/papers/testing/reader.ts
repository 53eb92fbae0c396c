import { getDocument, OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A node of the structure tree, as far as a page has it, with all that its content says. */
export interface Said {
  readonly role: string;
  readonly text: string;
  readonly children: readonly Said[];
}

export interface ReadPage {
  /** Children of the document element, in reading order. */
  readonly tree: readonly Said[];
  /** What is drawn and belongs to no element: foot, draft word, repeated heads. */
  readonly ornaments: string;
  /** Each run of text as it stands on its line. */
  readonly runs: readonly string[];
  /** Right and lower edges of the text in points, and its left edge. */
  readonly bounds: { readonly left: number; readonly right: number; readonly bottom: number };
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[];
}

/** A PDF read back glyph by glyph, by another hand than the one that wrote it. */
export async function readPaper(bytes: Buffer) {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const file = await task.promise;
  const pages: ReadPage[] = [];
  for (let n = 1; n <= file.numPages; n += 1) pages.push(await readPage(await file.getPage(n)));
  const about = await aboutOf(file);
  await task.destroy();
  return { ...about, pages, text: pages.flatMap(({ tree }) => tree.map(({ text }) => text)) };
}

async function aboutOf(file: PDFDocumentProxy) {
  const { info, metadata } = await file.getMetadata();
  const marks = await file.getMarkInfo();
  const preferences = await file.getViewerPreferences();
  return {
    info: new Map(Object.entries(info)),
    metadata: (key: string): unknown => metadata.get(key),
    tagged: marks?.Marked ?? false,
    titleShown: new Map(Object.entries(preferences ?? {})).get('DisplayDocTitle') === true,
    fingerprint: file.fingerprints[0],
    outline: (await file.getOutline())?.map(({ title }) => title) ?? [],
  };
}

interface Node {
  readonly role?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

async function readPage(page: PDFPageProxy): Promise<ReadPage> {
  const { said, ornaments, fontNames } = await glyphs(page);
  const walk = (node: Node): Said => {
    const children = (node.children ?? []).filter(({ role }) => role !== undefined).map(walk);
    const parts = (node.children ?? []).map((child) => (child.role === undefined ? (said.get(marking(child.id)) ?? '') : walk(child).text));
    return { role: node.role ?? '', text: parts.join(''), children };
  };
  const root: Node = await page.getStructTree();
  const { items } = await page.getTextContent();
  const runs = items.flatMap((run) => ('str' in run && run.str.trim() !== '' ? [run] : []));
  const upright = runs.filter(({ transform }) => transform[1] === 0);
  return {
    tree: (root?.children ?? []).flatMap((child) => walk(child).children),
    ornaments,
    runs: runs.map(({ str }) => str),
    bounds: {
      left: Math.min(...upright.map(({ transform }) => transform[4])),
      right: Math.max(...upright.map(({ transform, width }) => transform[4] + width)),
      bottom: Math.min(...upright.map(({ transform }) => transform[5])),
    },
    fonts: fontNames.map((name) => {
      const font = page.commonObjs.get(name);
      return { name: font.name, embedded: !font.missingFile };
    }),
  };
}

const marking = (id: string | undefined): number => Number(/_mc(\d+)$/.exec(id ?? '')?.[1]);

/** What each marked sequence draws, through the file's own map from glyphs to characters. */
async function glyphs(page: PDFPageProxy) {
  const { fnArray, argsArray } = await page.getOperatorList();
  const said = new Map<number, string>();
  const fontNames = new Set<string>();
  const open: (number | null)[] = [];
  let ornaments = '';
  for (const [index, operation] of fnArray.entries()) {
    const args = argsArray[index];
    if (operation === OPS.beginMarkedContent) open.push(null);
    if (operation === OPS.beginMarkedContentProps) open.push(args[1] ?? null);
    if (operation === OPS.endMarkedContent) open.pop();
    if (operation === OPS.setFont) fontNames.add(args[0]);
    if (operation !== OPS.showText) continue;
    const text = args[0].map((glyph: { unicode?: string } | number) => (typeof glyph === 'number' ? '' : (glyph.unicode ?? ''))).join('');
    const owner = open.findLast((mark) => mark !== null);
    if (owner === undefined || owner === null) ornaments += `${text}\n`;
    else said.set(owner, (said.get(owner) ?? '') + text);
  }
  return { said, ornaments, fontNames: [...fontNames] };
}
