/** A picture as one SVG that stands alone: no style sheets, no scripts, nothing from elsewhere; text stays text. */

import {
  type Box,
  brief,
  type Color,
  type Font,
  hex,
  IDENTITY,
  type ImageMark,
  type Mark,
  type Matrix,
  type PathMark,
  type Scene,
  type TextMark,
} from './scene';

/** After the page's own faces, which other programs do not have: those of systems, wide as those. */
const SANS = [
  ...['Inter', 'Helvetica Neue', 'Arial', 'Liberation Sans', 'Noto Sans CJK SC', 'PingFang SC'],
  ...['Microsoft YaHei', 'sans-serif'],
];
const SERIF = [
  ...['Source Serif 4', 'Georgia', 'Liberation Serif', 'Noto Serif CJK SC', 'Songti SC'],
  ...['SimSun', 'serif'],
];

const XML: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escaped = (text: string): string =>
  text
    // What XML may not hold at all.
    .replaceAll(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '')
    .replaceAll(/[&<>"]/g, (sign) => XML[sign]!);

type Attributes = Readonly<Record<string, string | number | null>>;

const tag = (name: string, attributes: Attributes, inside = ''): string => {
  const of = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(
      ([key, value]) => ` ${key}="${escaped(typeof value === 'number' ? brief(value) : value!)}"`,
    );
  return `<${name}${of.join('')}${inside === '' ? '/>' : `>${inside}</${name}>`}`;
};

export function svgOf({ width, height, caption, marks }: Scene): string {
  const clips = new Map<string, string>();
  const clipId = (box: Box): string => {
    const key = [box.x, box.y, box.width, box.height].map(brief).join(' ');
    const id = clips.get(key) ?? `clip-${clips.size + 1}`;
    clips.set(key, id);
    return id;
  };
  const drawn = runsOf(marks).map(({ clip, run }) => {
    const inside = run.map(drawnAs).join('\n');
    return clip === null ? inside : tag('g', { 'clip-path': `url(#${clipId(clip)})` }, inside);
  });
  const defs = [...clips].map(([key, id]) => {
    const [x, y, w, h] = key.split(' ');
    return tag('clipPath', { id }, tag('rect', { x: x!, y: y!, width: w!, height: h! }));
  });
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${brief(width)} ${brief(height)}`,
    role: 'img',
    'aria-labelledby': 'title desc',
    'xml:lang': caption.language,
    'font-kerning': 'normal',
  };
  const parts = [
    tag('title', { id: 'title' }, escaped(caption.title)),
    tag('desc', { id: 'desc' }, escaped([...caption.lines, caption.link].join('\n'))),
    defs.length === 0 ? '' : tag('defs', {}, defs.join('')),
    ...drawn,
  ];
  const inside = parts.filter((part) => part !== '').join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${tag('svg', root, `\n${inside}\n`)}\n`;
}

/** Marks one after another that are clipped alike. */
function runsOf(marks: readonly Mark[]): { clip: Box | null; run: Mark[] }[] {
  const runs: { clip: Box | null; run: Mark[] }[] = [];
  const key = (box: Box | null) => (box === null ? '' : Object.values(box).map(brief).join(' '));
  for (const mark of marks) {
    const last = runs.at(-1);
    if (last !== undefined && key(last.clip) === key(mark.clip)) last.run.push(mark);
    else runs.push({ clip: mark.clip, run: [mark] });
  }
  return runs;
}

function drawnAs(mark: Mark): string {
  switch (mark.kind) {
    case 'path':
      return drawnPath(mark);
    case 'text':
      return drawnText(mark);
    case 'image':
      return drawnImage(mark);
    default:
      return mark satisfies never;
  }
}

const transformed = (matrix: Matrix): string | null => {
  if (matrix.every((part, i) => Math.abs(part - IDENTITY[i]!) < 1e-6)) return null;
  const [a, b, c, d, e, f] = matrix.map(brief);
  return a === '1' && b === '0' && c === '0' && d === '1'
    ? `translate(${e} ${f})`
    : `matrix(${a} ${b} ${c} ${d} ${e} ${f})`;
};

const painted = (as: 'fill' | 'stroke', color: Color | null): Attributes => ({
  [as]: color === null ? 'none' : hex(color),
  [`${as}-opacity`]: color === null || color[3] === 1 ? null : color[3],
});

const thinned = (opacity: number): Attributes => ({ opacity: opacity === 1 ? null : opacity });

function drawnPath({ d, matrix, fill, evenOdd, stroke, opacity, name }: PathMark): string {
  const of: Attributes =
    stroke === null
      ? {}
      : {
          ...painted('stroke', stroke.color),
          'stroke-width': stroke.width,
          'stroke-dasharray': stroke.dash.length === 0 ? null : stroke.dash.map(brief).join(' '),
          'stroke-linecap': stroke.cap === 'butt' ? null : stroke.cap,
          'stroke-linejoin': stroke.join === 'miter' ? null : stroke.join,
        };
  const attributes = {
    d,
    transform: transformed(matrix),
    ...painted('fill', fill),
    'fill-rule': evenOdd ? 'evenodd' : null,
    ...of,
    ...thinned(opacity),
  };
  return tag('path', attributes, name === null ? '' : tag('title', {}, escaped(name)));
}

function familyOf({ family }: Font): string {
  const first = family.split(',').map((name) => name.trim().replaceAll(/["']/g, ''));
  if (first.some((name) => /mono|courier/i.test(name))) return 'monospace';
  if (first.some((name) => /KaTeX_Math/.test(name)))
    return "'Latin Modern Math', 'STIX Two Math', serif";
  const own = first.some((name) => name.startsWith('Source Serif')) ? SERIF : SANS;
  return own.map((name) => (/[^a-z-]/i.test(name) ? `'${name}'` : name)).join(', ');
}

function drawnText({
  text,
  x,
  y,
  anchor,
  matrix,
  font,
  fill,
  halo,
  opacity,
  href,
}: TextMark): string {
  const attributes = {
    ...{ x, y },
    transform: transformed(matrix),
    'font-family': familyOf(font),
    'font-size': font.size,
    'font-weight': font.weight === '400' ? null : font.weight,
    'font-style': font.italic ? 'italic' : null,
    'text-anchor': anchor === 'start' ? null : anchor,
    ...thinned(opacity),
    'xml:space': /^ | $| {2}/.test(text) ? 'preserve' : null,
  };
  const front = tag('text', { ...attributes, ...painted('fill', fill) }, escaped(text));
  // A halo of its own: not every program knows which of stroke and fill comes first.
  const behind =
    halo === null
      ? ''
      : `${tag(
          'text',
          {
            ...attributes,
            ...{ fill: 'none', 'aria-hidden': 'true' },
            ...painted('stroke', halo.color),
            ...{ 'stroke-width': halo.width, 'stroke-linejoin': 'round' },
          },
          escaped(text),
        )}\n`;
  return behind + (href === null ? front : tag('a', { href }, front));
}

function drawnImage({ box, href, matrix, opacity }: ImageMark): string {
  return tag('image', {
    ...box,
    href,
    transform: transformed(matrix),
    preserveAspectRatio: 'none',
    ...thinned(opacity),
  });
}
