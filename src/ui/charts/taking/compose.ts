/** A figure as a picture of its own: its title above, the legend of its curves and the stamp below, outside of the plot. */

import { marksOf } from './collect';
import { colorOf } from './colors';
import { inLight } from './light';
import {
  type Caption,
  type Color,
  type Font,
  isLike,
  type Mark,
  moved,
  type PathMark,
  pathMark,
  plainStroke,
  type Scene,
  textMark,
} from './scene';
import { widthOf, wrapped } from './type';

/** What is taken away. */
export interface Taken {
  /** What holds the figure. */
  readonly host: Element;
  /** Of it, what stands above: its title and what is pressed there. */
  readonly heading: Element;
  /** What qualifies the title. */
  readonly note: string;
  readonly caption: Caption;
}

const PAD = 16;
const LEAST_WIDTH = 360;
const TITLE = 17;
const NOTE = 11.5;
const LEGEND = 12;
const STAMP = 8.5;
/** The line of a legend before its name. */
const SWATCH = 28;
const LEADING = 1.4;

export function compose(taken: Taken): Scene {
  return inLight(() => drawn(taken));
}

function drawn({ host, heading, note, caption }: Taken): Scene {
  const root = getComputedStyle(document.body);
  const color = (name: string) => colorOf(root.getPropertyValue(name)) ?? ([0, 0, 0, 1] as const);
  const [ink, soft, line] = [color('--ink'), color('--soft'), color('--line')];
  const sans = (size: number, weight = '400'): Font => ({
    ...{ family: root.fontFamily, size, weight, italic: false },
  });
  const serif: Font = {
    family: root.getPropertyValue('--serif'),
    ...{ size: TITLE, weight: '600', italic: false },
  };
  // The title is written anew.
  const parts = [...host.children].filter(
    (part) => !part.contains(heading) && part.textContent?.trim() !== caption.title,
  );
  const body = marksOf(parts, host);
  const boxes = parts
    .map((part) => part.getBoundingClientRect())
    .filter(({ height }) => height > 0);
  const { left, width: own } = host.getBoundingClientRect();
  const upper = Math.min(...boxes.map(({ top }) => top)) - host.getBoundingClientRect().top;
  const lower = Math.max(...boxes.map(({ bottom }) => bottom)) - host.getBoundingClientRect().top;
  const before = Math.max(0, left - Math.min(left, ...boxes.map((box) => box.left)));
  const width = Math.ceil(Math.max(own, LEAST_WIDTH, rightOf(body))) + before + 2 * PAD;
  const inner = width - 2 * PAD;

  const marks: Mark[] = [];
  let y = PAD;
  const write = (text: string, font: Font, fill: Color, href: string | null = null) => {
    for (const part of wrapped(text, font, inner)) {
      y += font.size * LEADING;
      const line = { text: part, x: PAD, y: y - 0.32 * font.size };
      marks.push(textMark({ ...line, font, fill, href }));
    }
  };
  write(caption.title, serif, ink);
  if (note !== '') write(note, sans(NOTE), soft);
  y += 6;
  const by = { x: PAD + before, y: y - upper };
  marks.push(...body.map((mark) => moved(mark, by)));
  y += lower - upper + 8;

  const legend = legendOf(body);
  const font = sans(LEGEND);
  let x = PAD;
  if (legend.length > 0) y += LEGEND * LEADING;
  for (const { name, stroke, opacity } of legend) {
    const wide = SWATCH + 6 + widthOf(name!, font);
    if (x > PAD && x + wide > width - PAD) {
      x = PAD;
      y += LEGEND * LEADING;
    }
    const middle = y - 0.35 * LEGEND;
    marks.push(pathMark({ d: `M${x} ${middle}h${SWATCH}`, fill: null, stroke, opacity }));
    marks.push(textMark({ text: name!, x: x + SWATCH + 6, y, font, fill: ink }));
    x += wide + 16;
  }
  y += legend.length > 0 ? 12 : 4;

  marks.push(pathMark({ d: `M${PAD} ${y}h${inner}`, fill: null, stroke: plainStroke(line, 0.75) }));
  y += 3;
  for (const text of caption.lines) write(text, sans(STAMP), soft);
  write(caption.link, sans(STAMP), soft, caption.link);
  return { width, height: Math.ceil(y + PAD), paper: color('--paper'), caption, marks };
}

/** A picture that is put on other paper: what has the colour of its own paper is white, as most papers and slides are. */
export function onWhite(scene: Scene): Scene {
  const color = (of: Color): Color => (isLike(of, scene.paper) ? [255, 255, 255, of[3]] : of);
  const marks = scene.marks.map((mark): Mark => {
    if (mark.kind === 'image') return mark;
    if (mark.kind === 'text') {
      const { halo } = mark;
      return { ...mark, halo: halo === null ? null : { ...halo, color: color(halo.color) } };
    }
    const { fill, stroke } = mark;
    return {
      ...mark,
      fill: fill === null ? null : color(fill),
      stroke: stroke === null ? null : { ...stroke, color: color(stroke.color) },
    };
  });
  return { ...scene, marks };
}

/** Where the texts of a figure end at the right: names stand beside a plot. */
function rightOf(marks: readonly Mark[]): number {
  const ends = marks.map((mark) => {
    if (mark.kind !== 'text') return 0;
    const wide = widthOf(mark.text, mark.font);
    const after = mark.anchor === 'start' ? wide : mark.anchor === 'middle' ? wide / 2 : 0;
    return mark.matrix[4] + mark.matrix[0] * (mark.x + after);
  });
  return Math.max(0, ...ends);
}

/** Curves by name, those that no text names where they are. */
function legendOf(marks: readonly Mark[]): PathMark[] {
  const said = new Set(marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text.trim()] : [])));
  const named = new Map<string, PathMark>();
  for (const mark of marks) {
    if (mark.kind === 'path' && mark.name !== null && mark.stroke !== null) {
      named.set(mark.name, mark);
    }
  }
  return [...named.keys()].every((name) => said.has(name)) ? [] : [...named.values()];
}
