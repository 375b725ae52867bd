/** What colours of style sheets are in red, green and blue, however they are written. */

import type { Color } from './scene';

const known = new Map<string, Color | null>();

let pixel: CanvasRenderingContext2D | null = null;

/** Null for what is not seen. */
export function colorOf(text: string): Color | null {
  const before = known.get(text);
  if (before !== undefined) return before;
  const color = read(text);
  known.set(text, color);
  return color;
}

const PLAIN = /^rgba?\((\d+),\s*(\d+),\s*(\d+)(?:,\s*([\d.]+))?\)$/;

function read(text: string): Color | null {
  if (text === 'none' || text === 'transparent' || text === '') return null;
  const plain = PLAIN.exec(text);
  if (plain !== null) {
    const [, red, green, blue, alpha = '1'] = plain;
    return Number(alpha) === 0 ? null : [Number(red), Number(green), Number(blue), Number(alpha)];
  }
  // Mixed ones, and those of other spaces: as a pixel is painted with them.
  pixel ??= new OffscreenCanvas(1, 1).getContext('2d', {
    willReadFrequently: true,
  }) as unknown as CanvasRenderingContext2D;
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = '#000';
  pixel.fillStyle = text;
  pixel.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = pixel.getImageData(0, 0, 1, 1).data;
  return alpha === 0 ? null : [red, green, blue, alpha / 255];
}
