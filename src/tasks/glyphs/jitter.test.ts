import { expect, it } from 'vitest';
import { stream } from '../../math/rng';
import { PIXELS } from './glyphs';
import { jitter } from './jitter';
import { proceduralGlyphs } from './procedural';

function drawing(): Float32Array {
  const image = new Float32Array(PIXELS);
  proceduralGlyphs(1, 1, 1).write(0, 0, 0, image, 0);
  return image;
}

const ink = (image: Float32Array) => image.reduce((a, b) => a + b, 0);
const distance = (a: Float32Array, b: Float32Array) => Math.hypot(...a.map((x, i) => x - b[i]!));

it('changes nothing at strength 0', () => {
  const image = drawing();
  jitter(image, 0, stream(1, 'jitter'));
  expect(distance(image, drawing())).toBeLessThan(1e-5);
});

it('moves a drawing and keeps its ink within bounds', () => {
  const [a, b] = [drawing(), drawing()];
  jitter(a, 0.5, stream(1, 'jitter'));
  jitter(b, 0.5, stream(1, 'jitter', 1));
  expect(distance(a, drawing())).toBeGreaterThan(0.5);
  expect(distance(a, b)).toBeGreaterThan(0.5);
  for (const image of [a, b]) {
    expect(ink(image) / ink(drawing())).toBeGreaterThan(0.6);
    expect(ink(image) / ink(drawing())).toBeLessThan(1.5);
    expect(image.every((x) => x >= 0 && x <= 1 + 1e-6)).toBe(true);
  }
});

it('is the same for the same stream', () => {
  const [a, b] = [drawing(), drawing()];
  jitter(a, 1, stream(3, 'jitter'));
  jitter(b, 1, stream(3, 'jitter'));
  expect(a).toEqual(b);
});
