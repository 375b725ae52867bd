/** What lies in the 3 × 3 windows of images, and the way back. A border of zeros one wide surrounds each image. */

const KERNEL: i32 = 3;
const BORDER: i32 = 1;

// @ts-expect-error: decorator
@inline
function copyRun(from: usize, to: usize, bytes: usize): void {
  let at: usize = 0;
  for (; at + 16 <= bytes; at += 16) v128.store(to + at, v128.load(from + at));
  for (; at < bytes; at += 4) store<f32>(to + at, load<f32>(from + at));
}

// @ts-expect-error: decorator
@inline
function zeroRun(to: usize, bytes: usize): void {
  let at: usize = 0;
  for (; at + 16 <= bytes; at += 16) v128.store(to + at, f32x4.splat(0));
  for (; at < bytes; at += 4) store<f32>(to + at, 0);
}

// @ts-expect-error: decorator
@inline
function addRun(from: usize, to: usize, bytes: usize): void {
  let at: usize = 0;
  for (; at + 16 <= bytes; at += 16) {
    v128.store(to + at, f32x4.add(v128.load(to + at), v128.load(from + at)));
  }
  for (; at < bytes; at += 4) store<f32>(to + at, load<f32>(to + at) + load<f32>(from + at));
}

/** [images, height × width, channels] → [images, windows, 9 channels]: the taps of a row of a window lie side by side. */
export function patches(
  images: i32,
  height: i32,
  width: i32,
  channels: i32,
  stride: i32,
  windowsDown: i32,
  windowsAcross: i32,
  from: usize,
  to: usize,
): void {
  const pixel = <usize>channels << 2;
  const row = pixel * width;
  const tapRow = pixel * KERNEL;
  for (let n = 0; n < images; n++) {
    for (let v = 0; v < windowsDown; v++) {
      for (let u = 0; u < windowsAcross; u++) {
        const x = stride * u - BORDER;
        const before = max(-x, 0);
        const after = max(x + KERNEL - width, 0);
        const inside = KERNEL - before - after;
        for (let k = 0; k < KERNEL; k++) {
          const y = stride * v - BORDER + k;
          if (y < 0 || y >= height) {
            zeroRun(to, tapRow);
          } else {
            zeroRun(to, pixel * before);
            const source = from + row * y + pixel * (x + before);
            copyRun(source, to + pixel * before, pixel * inside);
            zeroRun(to + pixel * (before + inside), pixel * after);
          }
          to += tapRow;
        }
      }
    }
    from += row * height;
  }
}

/** The transpose of `patches`: every number is added to where it was taken from. */
export function scatterPatches(
  images: i32,
  height: i32,
  width: i32,
  channels: i32,
  stride: i32,
  windowsDown: i32,
  windowsAcross: i32,
  from: usize,
  to: usize,
): void {
  const pixel = <usize>channels << 2;
  const row = pixel * width;
  const tapRow = pixel * KERNEL;
  memory.fill(to, 0, row * height * images);
  for (let n = 0; n < images; n++) {
    for (let v = 0; v < windowsDown; v++) {
      for (let u = 0; u < windowsAcross; u++) {
        const x = stride * u - BORDER;
        const before = max(-x, 0);
        const inside = KERNEL - before - max(x + KERNEL - width, 0);
        for (let k = 0; k < KERNEL; k++) {
          const y = stride * v - BORDER + k;
          if (y >= 0 && y < height) {
            const target = to + row * y + pixel * (x + before);
            addRun(from + pixel * before, target, pixel * inside);
          }
          from += tapRow;
        }
      }
    }
    to += row * height;
  }
}
