/**
 * Convolutions by 3 × 3 windows that are walked where they lie, with a border of zeros one wide that nobody looks at.
 *
 * At one place, the windows of all images are rows of a matrix, one image apart: what they hold is up to three runs of
 * neighbouring positions, and at the border so much less. So a convolution is a product at each place, and no window is
 * written out, which would be nine times its image: what Dukhan 2019 (arXiv 1907.02129) does by pointers. Gradients
 * are the same walk in other orders.
 *
 * Images are [height × width, channels] one after another, filters [tap, channels, filters], results
 * [windowsDown × windowsAcross, filters]. A task's images follow one another; `…Task` are bytes from task to task, 0 for
 * one that all share.
 */

import { transpose } from './matmul';
import { addend, Terms, walkedProduct } from './tiles';

const KERNEL: i32 = 3;
const BORDER: i32 = 1;

/** Bytes of images and results that are at work at once: they stay in the second-level cache from place to place. */
const AT_WORK: i32 = 524288;
/** Windows whose terms are summed in one go by `convolveFilters`: so many rows of both stay in the nearest cache. */
const DEPTH: i32 = 192;

const terms = changetype<Terms>(memory.data(offsetof<Terms>()));

/** How many of the images from the n-th on are at work next: fours, as tiles take them, and the rest with the last. */
// @ts-expect-error: decorator
@inline
function imagesAtWork(bytes: usize, left: i32): i32 {
  const most = max(AT_WORK / <i32>bytes, 4) & ~3;
  return left < 2 * most ? left : most;
}

/** y = plus + the convolution of x with w, for each task. */
export function convolve(
  tasks: i32,
  images: i32,
  height: i32,
  width: i32,
  channels: i32,
  stride: i32,
  windowsDown: i32,
  windowsAcross: i32,
  filters: i32,
  x: usize,
  xTask: usize,
  w: usize,
  wTask: usize,
  plus: usize,
  plusTask: usize,
  y: usize,
): void {
  const pixel = <usize>channels << 2;
  const image = pixel * width * height;
  const row = <usize>filters << 2;
  const result = row * windowsDown * windowsAcross;
  terms.blocks = 1;
  terms.aStep = 4;
  terms.aRun = pixel * width;
  terms.bStep = row;
  terms.bRun = row * KERNEL * channels;
  for (let t = 0; t < tasks; t++) {
    for (let n = 0, count = 0; n < images; n += count) {
      count = imagesAtWork(image + result, images - n);
      let at = y + result * n;
      let add = addend(plus, result * n);
      for (let v = 0; v < windowsDown; v++) {
        const top = stride * v - BORDER;
        const down = max(top, 0);
        terms.runs = min(top + KERNEL, height) - down;
        for (let u = 0; u < windowsAcross; u++) {
          const left = stride * u - BORDER;
          const across = max(left, 0);
          terms.length = (min(left + KERNEL, width) - across) * channels;
          const seen = x + image * n + pixel * (down * width + across);
          const taps = w + row * (((down - top) * KERNEL + across - left) * channels);
          walkedProduct(count, filters, terms, seen, image, taps, at, result, add, result);
          at += row;
          add = addend(add, row);
        }
      }
    }
    x += xTask;
    w += wTask;
    y += result * images;
    plus = addend(plus, plusTask);
  }
}

/**
 * Where each tap of an axis stands as `convolveBack` reads them, two bits for each. Every `stride`-th tap sees the same
 * positions: those stand together, and backwards, as the windows that see a position through them follow one another.
 */
function placesOf(stride: i32): i32 {
  let places = 0;
  for (let tap = 0; tap < KERNEL; tap++) {
    const class1 = tap % stride;
    let before = 0;
    for (let other = 0; other < KERNEL; other++) {
      const class2 = other % stride;
      if (class2 < class1 || (class2 == class1 && other > tap)) before++;
    }
    places |= before << (2 * tap);
  }
  return places;
}

// @ts-expect-error: decorator
@inline
function place(places: i32, tap: i32): i32 {
  return (places >> (2 * tap)) & 3;
}

/** The first window of an axis that sees a position. */
// @ts-expect-error: decorator
@inline
function firstWindow(position: i32, stride: i32): i32 {
  return max((position + BORDER - KERNEL + stride) / stride, 0);
}

/** How many do, from the first one on. */
// @ts-expect-error: decorator
@inline
function windowsThatSee(position: i32, stride: i32, first: i32, windows: i32): i32 {
  return max(min((position + BORDER) / stride + 1, windows) - first, 0);
}

/** Filters as `convolveBack` reads them: [place, filters, channels] for each task. */
export function turnFilters(
  tasks: i32,
  channels: i32,
  filters: i32,
  stride: i32,
  w: usize,
  wTask: usize,
  to: usize,
): void {
  const tapBytes = <usize>(channels * filters) << 2;
  const places = placesOf(stride);
  for (let t = 0; t < tasks; t++) {
    for (let k = 0; k < KERNEL; k++) {
      for (let l = 0; l < KERNEL; l++) {
        const from = w + tapBytes * (k * KERNEL + l);
        const at = place(places, k) * KERNEL + place(places, l);
        transpose(1, channels, filters, from, 0, to + tapBytes * at);
      }
    }
    w += wTask;
    to += tapBytes * KERNEL * KERNEL;
  }
}

/** dx = plus + the transpose of `convolve` in x, applied to dy, for each task. Filters as `turnFilters` leaves them. */
export function convolveBack(
  tasks: i32,
  images: i32,
  height: i32,
  width: i32,
  channels: i32,
  stride: i32,
  windowsDown: i32,
  windowsAcross: i32,
  filters: i32,
  dy: usize,
  dyTask: usize,
  turned: usize,
  turnedTask: usize,
  plus: usize,
  plusTask: usize,
  dx: usize,
): void {
  const pixel = <usize>channels << 2;
  const image = pixel * width * height;
  const row = <usize>filters << 2;
  const result = row * windowsDown * windowsAcross;
  const places = placesOf(stride);
  terms.blocks = 1;
  terms.aStep = 4;
  terms.aRun = row * windowsAcross;
  terms.bStep = pixel;
  terms.bRun = pixel * KERNEL * filters;
  for (let t = 0; t < tasks; t++) {
    for (let n = 0, count = 0; n < images; n += count) {
      count = imagesAtWork(image + result, images - n);
      let at = dx + image * n;
      let add = addend(plus, image * n);
      for (let i = 0; i < height; i++) {
        const v = firstWindow(i, stride);
        const down = windowsThatSee(i, stride, v, windowsDown);
        const placeDown = place(places, i + BORDER - stride * v);
        for (let j = 0; j < width; j++) {
          const u = firstWindow(j, stride);
          const across = windowsThatSee(j, stride, u, windowsAcross);
          const placeAcross = place(places, j + BORDER - stride * u);
          // No window may see a position, where they lie far apart: then it is the sum of one empty run.
          terms.runs = max(down, 1);
          terms.length = down == 0 ? 0 : across * filters;
          const seen = dy + result * n + row * (v * windowsAcross + u);
          const taps = turned + pixel * ((placeDown * KERNEL + placeAcross) * filters);
          walkedProduct(count, channels, terms, seen, result, taps, at, image, add, image);
          at += pixel;
          add = addend(add, pixel);
        }
      }
    }
    dy += dyTask;
    turned += turnedTask;
    dx += image * images;
    plus = addend(plus, plusTask);
  }
}

/** The first window of an axis whose tap lies in the image. */
// @ts-expect-error: decorator
@inline
function firstInside(tap: i32, stride: i32): i32 {
  return max((BORDER - tap + stride - 1) / stride, 0);
}

/** How many do, from the first one on. */
// @ts-expect-error: decorator
@inline
function windowsInside(tap: i32, stride: i32, first: i32, positions: i32, windows: i32): i32 {
  return max(min((positions + BORDER - tap + stride - 1) / stride, windows) - first, 0);
}

/** dw = plus + the transpose of `convolve` in w, applied to dy, for each task: [tap, channels, filters]. */
export function convolveFilters(
  tasks: i32,
  images: i32,
  height: i32,
  width: i32,
  channels: i32,
  stride: i32,
  windowsDown: i32,
  windowsAcross: i32,
  filters: i32,
  x: usize,
  xTask: usize,
  dy: usize,
  dyTask: usize,
  plus: usize,
  plusTask: usize,
  dw: usize,
): void {
  const pixel = <usize>channels << 2;
  const image = pixel * width * height;
  const row = <usize>filters << 2;
  const result = row * windowsDown * windowsAcross;
  const tapBytes = row * channels;
  const most = max(DEPTH / (windowsDown * windowsAcross), 1);
  terms.aRun = pixel * width * stride;
  terms.bRun = row * windowsAcross;
  for (let t = 0; t < tasks; t++) {
    for (let n = 0; n < images; n += most) {
      const count = min(most, images - n);
      for (let k = 0; k < KERNEL; k++) {
        const v = firstInside(k, stride);
        const down = windowsInside(k, stride, v, height, windowsDown);
        for (let l = 0; l < KERNEL; l++) {
          const u = firstInside(l, stride);
          const across = windowsInside(l, stride, u, width, windowsAcross);
          // Along rows or from image to image, whichever is longer, and so oftener without a turn.
          const alongRows = across > count;
          // A tap may lie in no image at all: then its sums are those of one empty run.
          const none = down == 0 || across == 0;
          terms.runs = none ? 1 : down;
          terms.length = none ? 0 : alongRows ? across : count;
          terms.aStep = alongRows ? pixel * stride : image;
          terms.bStep = alongRows ? row : result;
          terms.blocks = none ? 1 : alongRows ? count : across;
          terms.aBlock = alongRows ? image : pixel * stride;
          terms.bBlock = alongRows ? result : row;
          const tap = tapBytes * (k * KERNEL + l);
          const at = (stride * v - BORDER + k) * width + stride * u - BORDER + l;
          const seen = x + image * n + pixel * at;
          const made = dy + result * n + row * (v * windowsAcross + u);
          const c = dw + tap;
          const add = n == 0 ? addend(plus, tap) : c;
          walkedProduct(channels, filters, terms, seen, 4, made, c, row, add, row);
        }
      }
    }
    x += xTask;
    dy += dyTask;
    dw += tapBytes * KERNEL * KERNEL;
    plus = addend(plus, plusTask);
  }
}
