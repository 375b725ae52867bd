/** A picture as pixels, in the faces of the page. */

import { type Color, isLike, type Mark, type Scene, type TextMark } from './scene';
import { cssFont } from './type';

/** Pixels to one of the page. */
const SCALE = 2;

const css = ([red, green, blue, alpha]: Color): string => `rgb(${red} ${green} ${blue} / ${alpha})`;

export async function pngOf(scene: Scene, transparent: boolean): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(SCALE * scene.width);
  canvas.height = Math.round(SCALE * scene.height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  if (!transparent) {
    context.fillStyle = css(scene.paper);
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  for (const mark of scene.marks) {
    context.save();
    context.scale(SCALE, SCALE);
    paint(context, mark, transparent ? scene.paper : null);
    context.restore();
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)));
  });
}

/** @param absent the colour of paper, where there is none: what has it is a hole */
function paint(context: CanvasRenderingContext2D, mark: Mark, absent: Color | null): void {
  const isHole = (color: Color) => absent !== null && isLike(color, absent);
  const { clip, matrix, opacity } = mark;
  if (clip !== null) {
    context.beginPath();
    context.rect(clip.x, clip.y, clip.width, clip.height);
    context.clip();
  }
  context.transform(...matrix);
  context.globalAlpha = opacity;
  if (mark.kind === 'text') paintText(context, mark, absent !== null);
  else if (mark.kind === 'image') {
    const { x, y, width, height } = mark.box;
    context.drawImage(mark.pixels, x, y, width, height);
  } else {
    const path = new Path2D(mark.d);
    if (mark.fill !== null) {
      context.fillStyle = css(mark.fill);
      if (isHole(mark.fill)) context.globalCompositeOperation = 'destination-out';
      context.fill(path, mark.evenOdd ? 'evenodd' : 'nonzero');
    }
    if (mark.stroke !== null) {
      const { color, width, dash, cap, join } = mark.stroke;
      context.globalCompositeOperation = isHole(color) ? 'destination-out' : 'source-over';
      context.strokeStyle = css(color);
      context.lineWidth = width;
      context.setLineDash([...dash]);
      context.lineCap = cap;
      context.lineJoin = join;
      context.stroke(path);
    }
  }
}

function paintText(
  context: CanvasRenderingContext2D,
  { text, x, y, anchor, font, fill, halo }: TextMark,
  transparent: boolean,
): void {
  context.font = cssFont(font);
  context.textAlign = anchor === 'middle' ? 'center' : anchor;
  context.lineJoin = 'round';
  if (halo !== null) {
    context.save();
    // Where there is no paper, what lies behind a name is taken away.
    if (transparent) context.globalCompositeOperation = 'destination-out';
    context.strokeStyle = css(halo.color);
    context.lineWidth = halo.width;
    context.strokeText(text, x, y);
    context.restore();
  }
  context.fillStyle = css(fill);
  context.fillText(text, x, y);
}
