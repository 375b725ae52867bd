/**
 * Gradients of filters on images of few channels: the first layer's. One channel under a tap is one number, too little
 * for the tiles of products, so the three taps of a row are at work at once, with eight filters each. For that, each
 * channel is copied into a border of zeros, which costs little where channels are few.
 */

import { multiplyAdd } from './fused';

const KERNEL: i32 = 3;
const BORDER: i32 = 1;

/** One channel of an image into the middle of `to`, which holds zeros around it. */
function copyInside(height: i32, width: i32, channels: i32, image: usize, to: usize): void {
  const pixel = <usize>channels << 2;
  to += <usize>((width + 2 * BORDER) * BORDER + BORDER) << 2;
  for (let i = 0; i < height; i++) {
    for (let j = 0; j < width; j++) {
      store<f32>(to, load<f32>(image));
      image += pixel;
      to += 4;
    }
    to += (2 * BORDER) << 2;
  }
}

// @ts-expect-error: decorator
@inline
function addTo(at: usize, sum: v128): void {
  v128.store(at, f32x4.add(v128.load(at), sum));
}

/**
 * dw = plus + the transpose of `convolve` in w, applied to dy, for each task: [tap, channels, filters]. Sums are taken
 * image by image.
 *
 * @param filters a multiple of eight
 * @param room for one channel of an image and its border
 */
export function convolveFewChannels(
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
  room: usize,
): void {
  const row = <usize>filters << 2;
  const wide = <usize>(width + 2 * BORDER) << 2;
  const step = <usize>stride << 2;
  const tap = row * channels;
  const size = tap * KERNEL * KERNEL;
  memory.fill(room, 0, wide * (height + 2 * BORDER));
  for (let t = 0; t < tasks; t++) {
    if (plus == 0) memory.fill(dw, 0, size);
    else memory.copy(dw, plus, size);
    for (let n = 0; n < images; n++) {
      const results = dy + row * (windowsDown * windowsAcross * n);
      for (let c = 0; c < channels; c++) {
        const image = x + (<usize>(channels * width * height * n + c) << 2);
        copyInside(height, width, channels, image, room);
        for (let k = 0; k < KERNEL; k++) {
          for (let j: usize = 0; j < row; j += 32) {
            let s00 = f32x4.splat(0);
            let s01 = f32x4.splat(0);
            let s10 = f32x4.splat(0);
            let s11 = f32x4.splat(0);
            let s20 = f32x4.splat(0);
            let s21 = f32x4.splat(0);
            let seen = room + wide * k;
            let y = results + j;
            for (let v = windowsDown; v > 0; v--) {
              let at = seen;
              for (let u = windowsAcross; u > 0; u--) {
                const d0 = v128.load(y);
                const d1 = v128.load(y, 16);
                const x0 = v128.load32_splat(at);
                s00 = multiplyAdd(x0, d0, s00);
                s01 = multiplyAdd(x0, d1, s01);
                const x1 = v128.load32_splat(at, 4);
                s10 = multiplyAdd(x1, d0, s10);
                s11 = multiplyAdd(x1, d1, s11);
                const x2 = v128.load32_splat(at, 8);
                s20 = multiplyAdd(x2, d0, s20);
                s21 = multiplyAdd(x2, d1, s21);
                at += step;
                y += row;
              }
              seen += wide * stride;
            }
            let to = dw + tap * (k * KERNEL) + row * c + j;
            addTo(to, s00);
            addTo(to + 16, s01);
            to += tap;
            addTo(to, s10);
            addTo(to + 16, s11);
            to += tap;
            addTo(to, s20);
            addTo(to + 16, s21);
          }
        }
      }
    }
    x += xTask;
    dy += dyTask;
    dw += size;
    plus = plus == 0 ? <usize>0 : plus + plusTask;
  }
}
