import PDFDocument from 'pdfkit';
import type { Paper } from './document.ts';
import { faces } from './faces.ts';
import { INK, SHEET, type Style } from './style.ts';
import { legible } from './words.ts';

/** A node of the structure tree. */
export type Element = PDFKit.PDFStructureElement;
type ElementOptions = PDFKit.Mixins.StructureElementOptions & { readonly scope?: 'Column' };

/** Drawn once for each character without a glyph; the character itself stays in the file, for copy and for a voice. */
const STAND_INS: Readonly<Record<string, string>> = { '\u2010': '-', '\u2011': '-' };
const STAND_IN = '◊';

export type Press = ReturnType<typeof openPress>;

/** An empty tagged file for a paper, and the few strokes a paper is made of. All lengths are points from the top left corner. */
export function openPress(paper: Paper) {
  const settings: PDFKit.PDFDocumentOptions = {
    size: [SHEET.width, SHEET.height],
    margin: 0,
    autoFirstPage: false,
    font: '',
    pdfVersion: '1.7',
    tagged: true,
    lang: paper.language,
    displayTitle: true,
    info: {
      Title: oneLine(paper.title),
      Author: oneLine(paper.author),
      Subject: oneLine(paper.subject),
      Creator: 'Estrade',
      Producer: 'PDFKit',
      CreationDate: paper.at,
      ModDate: paper.at,
    },
  };
  // PDFKit's published types do not know this subset yet.
  const doc = new PDFDocument(Object.assign(settings, { subset: 'PDF/UA' }));
  escapeMetadata(doc);
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<Buffer>((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  for (const { name, file } of Object.values(faces())) doc.registerFont(name, file);
  const root = doc.struct('Document');
  doc.addStructure(root);

  const options = (style: Style) => ({ lineBreak: false, ...(style.figures ? { features: ['tnum' as const] } : {}) });
  const ems = new Map<string, number>();
  const measure = (style: Style) => {
    const { strange } = faces()[style.face];
    return (text: string): number => {
      const key = `${style.face}${style.figures ? 1 : 0}${text}`;
      let em = ems.get(key);
      if (em === undefined) {
        em = doc.font(style.face, 1).widthOfString(strange.test(text) ? shown(text, strange) : text, options(style));
        ems.set(key, em);
      }
      return em * style.size;
    };
  };
  const write = (line: string, x: number, top: number, style: Style): void => {
    const { strange } = faces()[style.face];
    doc.font(style.face, style.size).fillColor(style.color);
    const y = top + (style.leading - doc.currentLineHeight()) / 2;
    doc.x = x;
    const say = (text: string) => {
      if (text !== '') doc.text(text, doc.x, y, options(style));
    };
    let rest = line;
    for (let match = strange.exec(rest); match; match = strange.exec(rest)) {
      say(rest.slice(0, match.index));
      doc.markContent('Span', { actual: match[0] });
      say(shown(match[0], strange));
      doc.endMarkedContent();
      rest = rest.slice(match.index + match[0].length);
    }
    say(rest);
  };

  return {
    root,
    measure,
    write,
    child(parent: Element, tag: string, attributes: ElementOptions = {}): Element {
      const element = doc.struct(tag, attributes);
      parent.add(element);
      return element;
    },
    /** What is drawn belongs to an element. */
    mark(element: Element, draw: () => void): void {
      element.add(draw);
    },
    /** What is drawn is no part of what the paper says. */
    ornament(type: 'Layout' | 'Pagination', draw: () => void): void {
      doc.markContent('Artifact', { type });
      draw();
      doc.endMarkedContent();
    },
    fill: (x: number, top: number, width: number, height: number, color: string): void => {
      doc.rect(x, top, width, height).fill(color);
    },
    frame: (x: number, top: number, width: number, height: number, color: string): void => {
      doc.lineWidth(0.75).rect(x, top, width, height).stroke(color);
    },
    /** Shapes of a line in bold, centred on a point and turned by an angle in degrees. They are no text: a search or a copy skips them. */
    shapes(line: string, x: number, y: number, size: number, angle: number, color: string): void {
      const { font, strange } = faces().bold;
      const { glyphs, positions, advanceWidth } = font.layout(shown(line, strange));
      doc
        .save()
        .translate(x, y)
        .rotate(angle)
        .scale(size / font.unitsPerEm, -size / font.unitsPerEm);
      doc.translate(-advanceWidth / 2, -font.capHeight / 2);
      for (const [index, glyph] of glyphs.entries()) {
        doc.path(glyph.path.toSVG()).fill(color);
        doc.translate(positions[index]?.xAdvance ?? 0, 0);
      }
      doc.restore();
    },
    bookmark: (text: string): void => {
      doc.outline.addItem(oneLine(text));
    },
    turn: (): void => {
      doc.addPage();
      doc.fillColor(INK);
    },
    end: (): Promise<Buffer> => {
      root.end();
      doc.end();
      return ended;
    },
  };
}

const oneLine = (text: string): string => legible(text).replace(/\s+/g, ' ').trim();

const shown = (text: string, strange: RegExp): string =>
  Array.from(text, (letter) => (strange.test(letter) ? (STAND_INS[letter] ?? STAND_IN) : letter)).join('');

/** PDFKit writes the title, the author and the subject into XML as they are: they are escaped once the plain ones have been written. */
function escapeMetadata(doc: PDFKit.PDFDocument): void {
  const end = doc.endMetadata.bind(doc);
  doc.endMetadata = () => {
    for (const key of ['Title', 'Author', 'Subject'] as const) {
      doc.info[key] = (doc.info[key] ?? '').replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    }
    end();
  };
}
