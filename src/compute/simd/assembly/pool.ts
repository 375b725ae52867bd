/**
 * The greatest of each 2 × 2 positions of images, [height × width, channels] one after another; at the far edge of an odd
 * side, windows are smaller. Of equal numbers the first is taken. `places` has the tap of each, 0 to 3.
 */

// @ts-expect-error: decorator
@inline
function later(x: v128, tap: i32, best: v128, place: v128, isPlace: boolean): v128 {
  const greater = f32x4.gt(x, best);
  return isPlace
    ? v128.bitselect(i32x4.splat(tap), place, greater)
    : v128.bitselect(x, best, greater);
}

/** Bytes from the first tap of a window to the next along a side; none where there is no next. */
// @ts-expect-error: decorator
@inline
function nextTap(at: i32, side: i32, bytes: usize): usize {
  return at + 1 < side ? bytes : 0;
}

export function maxPool(
  images: i32,
  height: i32,
  width: i32,
  channels: i32,
  x: usize,
  y: usize,
  places: usize,
): void {
  const pixel = <usize>channels << 2;
  const row = pixel * width;
  for (let n = 0; n < images; n++) {
    for (let i = 0; i < height; i += 2) {
      const down = nextTap(i, height, row);
      for (let j = 0; j < width; j += 2) {
        const across = nextTap(j, width, pixel);
        let at = x + row * i + pixel * j;
        let c = 0;
        for (; c + 4 <= channels; c += 4) {
          let best = v128.load(at);
          let place = i32x4.splat(0);
          const x1 = v128.load(at + across);
          place = later(x1, 1, best, place, true);
          best = later(x1, 1, best, place, false);
          const x2 = v128.load(at + down);
          place = later(x2, 2, best, place, true);
          best = later(x2, 2, best, place, false);
          const x3 = v128.load(at + down + across);
          place = later(x3, 3, best, place, true);
          best = later(x3, 3, best, place, false);
          v128.store(y, best);
          v128.store(places, place);
          at += 16;
          y += 16;
          places += 16;
        }
        for (; c < channels; c++) {
          let best = load<f32>(at);
          let place = 0;
          for (let tap = 1; tap < 4; tap++) {
            const value = load<f32>(at + ((tap & 1) == 1 ? across : 0) + (tap > 1 ? down : 0));
            if (value > best) {
              best = value;
              place = tap;
            }
          }
          store<f32>(y, best);
          store<i32>(places, place);
          at += 4;
          y += 4;
          places += 4;
        }
      }
    }
    x += row * height;
  }
}

/** y = what images have in these places. */
export function takePlaces(
  images: i32,
  height: i32,
  width: i32,
  channels: i32,
  x: usize,
  places: usize,
  y: usize,
): void {
  const pixel = <usize>channels << 2;
  const row = pixel * width;
  for (let n = 0; n < images; n++) {
    for (let i = 0; i < height; i += 2) {
      for (let j = 0; j < width; j += 2) {
        let at = x + row * i + pixel * j;
        for (let c = 0; c < channels; c++) {
          const tap = load<i32>(places);
          store<f32>(y, load<f32>(at + ((tap & 1) == 1 ? pixel : 0) + (tap > 1 ? row : 0)));
          at += 4;
          y += 4;
          places += 4;
        }
      }
    }
    x += row * height;
  }
}

// @ts-expect-error: decorator
@inline
function spreadTap(tap: i32, d: usize, places: usize, channels: i32, to: usize): void {
  let c = 0;
  for (; c + 4 <= channels; c += 4) {
    const chosen = i32x4.eq(v128.load(places), i32x4.splat(tap));
    v128.store(to, v128.and(v128.load(d), chosen));
    d += 16;
    places += 16;
    to += 16;
  }
  for (; c < channels; c++) {
    store<f32>(to, load<i32>(places) == tap ? load<f32>(d) : 0);
    d += 4;
    places += 4;
    to += 4;
  }
}

/** x = d in these places, and zeros around. */
export function spreadPlaces(
  images: i32,
  height: i32,
  width: i32,
  channels: i32,
  d: usize,
  places: usize,
  x: usize,
): void {
  const pixel = <usize>channels << 2;
  const row = pixel * width;
  for (let n = 0; n < images; n++) {
    for (let i = 0; i < height; i += 2) {
      for (let j = 0; j < width; j += 2) {
        const at = x + row * i + pixel * j;
        const isWide = j + 1 < width;
        spreadTap(0, d, places, channels, at);
        if (isWide) spreadTap(1, d, places, channels, at + pixel);
        if (i + 1 < height) {
          spreadTap(2, d, places, channels, at + row);
          if (isWide) spreadTap(3, d, places, channels, at + row + pixel);
        }
        d += pixel;
        places += pixel;
      }
    }
    x += row * height;
  }
}
