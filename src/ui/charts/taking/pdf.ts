/**
 * A picture as a page of PDF of its own size: curves are curves, letters are outlines.
 *
 * Written here rather than by a library: of PDF it needs paths, images, opacity and one link, and the libraries would
 * need fonts for Greek and Chinese that a page cannot hand on.
 */

import { zlibSync } from 'fflate';
import { lettersOf, type Placed } from './outlines';
import { partsOf } from './pathParts';
import {
  type Color,
  type ImageMark,
  type Mark,
  type Matrix,
  type PathMark,
  type Scene,
  type TextMark,
  times,
} from './scene';

/** Points of a page to a pixel. */
const POINT = 0.75;
/** Units of a letter to its size. */
const UNITS = 1000;

const num = (value: number): string => {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? '0' : String(rounded).includes('e') ? '0' : String(rounded);
};
const nums = (values: readonly number[]): string => values.map(num).join(' ');

interface Book {
  /** Puts an object in and returns its number. */
  add(body: string | Uint8Array): number;
  stream(dictionary: string, data: Uint8Array): number;
}

const encoder = new TextEncoder();

/** The objects of a file, in order. */
class Objects implements Book {
  private readonly bodies: Uint8Array[] = [];

  add(body: string | Uint8Array): number {
    this.bodies.push(typeof body === 'string' ? encoder.encode(body) : body);
    return this.bodies.length;
  }

  stream(dictionary: string, data: Uint8Array): number {
    const packed = zlibSync(data, { level: 9 });
    const head = `<< ${dictionary} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`;
    return this.add(joined([encoder.encode(head), packed, encoder.encode('\nendstream')]));
  }

  file(root: number, info: number): Uint8Array<ArrayBuffer> {
    // Bytes beyond ASCII say that it is no text.
    const head = new Uint8Array([...encoder.encode('%PDF-1.4\n%'), 0xe2, 0xe3, 0xcf, 0xd3, 0x0a]);
    const pieces: Uint8Array[] = [head];
    let length = head.length;
    const places = this.bodies.map((body, i) => {
      const place = length;
      const piece = joined([
        encoder.encode(`${i + 1} 0 obj\n`),
        body,
        encoder.encode('\nendobj\n'),
      ]);
      pieces.push(piece);
      length += piece.length;
      return place;
    });
    const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`);
    const size = places.length + 1;
    pieces.push(
      encoder.encode(
        `xref\n0 ${size}\n0000000000 65535 f \n${lines.join('')}trailer\n<< /Size ${size} /Root ${root} 0 R /Info ${info} 0 R >>\nstartxref\n${length}\n%%EOF\n`,
      ),
    );
    return joined(pieces);
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** A text in UTF-16, which every reader knows. */
const written = (text: string): string => {
  const codes = Array.from({ length: text.length }, (_, i) =>
    text.charCodeAt(i).toString(16).padStart(4, '0'),
  );
  return `<feff${codes.join('')}>`;
};

/** What a page draws, and what it draws it with. */
class Page {
  readonly content: string[] = [];
  private readonly states = new Map<string, string>();
  private readonly forms = new Map<string, string>();
  private readonly images: string[] = [];
  readonly links: { readonly href: string; readonly box: readonly number[] }[] = [];

  constructor(
    private readonly book: Book,
    private readonly height: number,
  ) {}

  get resources(): string {
    const of = (names: Iterable<string>) => [...names].join(' ');
    return [
      `/ExtGState << ${of(this.states.values())} >>`,
      `/XObject << ${of(this.forms.values())} ${of(this.images)} >>`,
    ].join(' ');
  }

  draw(mark: Mark): void {
    this.content.push('q');
    if (mark.clip !== null) {
      const { x, y, width, height } = mark.clip;
      this.content.push(`${nums([x, y, width, height])} re W n`);
    }
    if (mark.kind === 'path') this.path(mark);
    else if (mark.kind === 'text') this.text(mark);
    else this.image(mark);
    this.content.push('Q');
  }

  /** Opacity of fills and of strokes. */
  private opacity(fill: number, stroke: number): void {
    if (fill === 1 && stroke === 1) return;
    const key = nums([fill, stroke]);
    if (!this.states.has(key)) {
      const object = this.book.add(`<< /Type /ExtGState /ca ${num(fill)} /CA ${num(stroke)} >>`);
      this.states.set(key, `/S${this.states.size} ${object} 0 R`);
    }
    this.content.push(`${this.states.get(key)!.split(' ')[0]} gs`);
  }

  private place(matrix: Matrix): void {
    // Letters are made of thousandths: what scales them needs more digits than what places them.
    this.content.push(`${matrix.map((part) => part.toFixed(7)).join(' ')} cm`);
  }

  private path({ d, matrix, fill, evenOdd, stroke, opacity }: PathMark): void {
    this.opacity(opacity * (fill?.[3] ?? 1), opacity * (stroke?.color[3] ?? 1));
    this.place(matrix);
    if (fill !== null) this.content.push(`${colored(fill)} rg`);
    if (stroke !== null) {
      this.content.push(`${colored(stroke.color)} RG ${num(stroke.width)} w`);
      const cap = { butt: 0, round: 1, square: 2 }[stroke.cap];
      const join = { miter: 0, round: 1, bevel: 2 }[stroke.join];
      const dash = stroke.dash.some((part) => part > 0) ? nums(stroke.dash) : '';
      this.content.push(`${cap} J ${join} j [${dash}] 0 d`);
    }
    const both = evenOdd ? 'B*' : 'B';
    const alone = evenOdd ? 'f*' : 'f';
    this.content.push(drawnPath(d), stroke === null ? alone : fill === null ? 'S' : both);
  }

  private text({ text, x, y, anchor, matrix, font, fill, halo, opacity, href }: TextMark): void {
    const { letters, width } = lettersOf(text, font);
    const from = x - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
    this.opacity(opacity * fill[3], opacity);
    const at = times(matrix, [font.size / UNITS, 0, 0, font.size / UNITS, from, y]);
    this.place(at);
    const shift = (letter: Placed) => (letter.x / font.size) * UNITS;
    if (halo !== null) {
      const width = (halo.width / font.size) * UNITS;
      this.content.push(`${colored(halo.color)} RG ${num(width)} w 1 j`);
      for (const letter of letters) this.content.push(outlineOf(letter, shift(letter)), 'S');
    }
    this.content.push(`${colored(fill)} rg`);
    for (const letter of letters) {
      if (letter.glyph.rings.length === 0) continue;
      const name = this.form(letter, `${font.family} ${font.weight} ${font.italic}`);
      this.content.push(`q 1 0 0 1 ${num(shift(letter))} 0 cm ${name} Do Q`);
    }
    if (href !== null) {
      const [, , , , left, base] = times(matrix, [1, 0, 0, 1, from, y]);
      const [top, bottom] = [base - font.size, base + 0.3 * font.size];
      const box = [left, this.height - bottom, left + width, this.height - top];
      this.links.push({ href, box: box.map((value) => value * POINT) });
    }
  }

  /** Each letter is drawn once, and shown wherever it stands. */
  private form(letter: Placed, face: string): string {
    const key = `${face} ${letter.letter}`;
    const known = this.forms.get(key);
    if (known !== undefined) return known.split(' ')[0]!;
    const points = letter.glyph.rings.flat();
    const [xs, ys] = [points.map(([px]) => px * UNITS), points.map(([, py]) => py * UNITS)];
    const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    const object = this.book.stream(
      `/Type /XObject /Subtype /Form /BBox [${nums(box)}] /Resources << >>`,
      encoder.encode(`${outlineOf(letter, 0)}\nf*`),
    );
    const name = `/G${this.forms.size}`;
    this.forms.set(key, `${name} ${object} 0 R`);
    return name;
  }

  private image({ box, matrix, pixels, opacity }: ImageMark): void {
    const { width: w, height: h } = pixels as { readonly width: number; readonly height: number };
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [w, h];
    const context = canvas.getContext('2d')!;
    context.drawImage(pixels, 0, 0);
    const { data } = context.getImageData(0, 0, w, h);
    const [colors, alphas] = [new Uint8Array(3 * w * h), new Uint8Array(w * h)];
    for (let i = 0; i < w * h; i++) {
      colors.set(data.subarray(4 * i, 4 * i + 3), 3 * i);
      alphas[i] = data[4 * i + 3]!;
    }
    const head = `/Type /XObject /Subtype /Image /Width ${w} /Height ${h} /BitsPerComponent 8`;
    const mask = this.book.stream(`${head} /ColorSpace /DeviceGray`, alphas);
    const object = this.book.stream(`${head} /ColorSpace /DeviceRGB /SMask ${mask} 0 R`, colors);
    const name = `/I${this.images.length}`;
    this.images.push(`${name} ${object} 0 R`);
    this.opacity(opacity, opacity);
    this.place(matrix);
    this.content.push(
      `${nums([box.width, 0, 0, -box.height, box.x, box.y + box.height])} cm ${name} Do`,
    );
  }
}

const colored = ([red, green, blue]: Color): string => nums([red / 255, green / 255, blue / 255]);

const drawnPath = (d: string): string =>
  partsOf(d)
    .map((part) => {
      if (part.kind === 'close') return 'h';
      if (part.kind === 'curve') return `${nums(part.by)} c`;
      return `${nums(part.to)} ${part.kind === 'move' ? 'm' : 'l'}`;
    })
    .join('\n');

const outlineOf = ({ glyph }: Placed, shift: number): string =>
  glyph.rings
    .map((ring) => {
      const points = ring.map(
        ([x, y]) => `${Math.round(x * UNITS + shift)} ${Math.round(y * UNITS)}`,
      );
      return `${points.map((point, i) => `${point} ${i === 0 ? 'm' : 'l'}`).join('\n')}\nh`;
    })
    .join('\n');

export function pdfOf(scene: Scene, program: string, now: Date): Blob {
  const { width, height, caption, marks } = scene;
  const book = new Objects();
  const page = new Page(book, height);
  // A page is measured upwards from its foot, in points.
  page.content.push(`${nums([POINT, 0, 0, -POINT, 0, POINT * height])} cm`);
  for (const mark of marks) page.draw(mark);
  const content = book.stream('', encoder.encode(page.content.join('\n')));
  const links = page.links.map(({ href, box }) => {
    const uri = href.replaceAll(/[\\()]/g, '\\$&');
    return book.add(
      `<< /Type /Annot /Subtype /Link /Rect [${nums(box)}] /Border [0 0 0] /A << /S /URI /URI (${uri}) >> >>`,
    );
  });
  const count = links.map((link) => `${link} 0 R`).join(' ');
  const first = content + links.length + 1;
  const size = nums([0, 0, width * POINT, height * POINT]);
  book.add(
    `<< /Type /Page /Parent ${first + 1} 0 R /MediaBox [${size}] /Contents ${content} 0 R /Resources << ${page.resources} >> /Annots [${count}] >>`,
  );
  book.add(`<< /Type /Pages /Kids [${first} 0 R] /Count 1 >>`);
  const root = book.add(
    `<< /Type /Catalog /Pages ${first + 1} 0 R /Lang (${caption.language}) /ViewerPreferences << /DisplayDocTitle true >> >>`,
  );
  const stamp = now.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);
  const info = book.add(
    `<< /Title ${written(caption.title)} /Subject ${written([...caption.lines, caption.link].join('\n'))} /Creator ${written(program)} /CreationDate (D:${stamp}Z) >>`,
  );
  return new Blob([book.file(root, info)], { type: 'application/pdf' });
}
