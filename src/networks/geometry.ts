/** How a small window slides over an image: what convolutions are made of. */

/** Images of height × width positions with `channels` numbers at each. Flat features are one position. */
export interface ImageShape {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

export const positionsOf = ({ height, width }: ImageShape): number => height * width;
export const featuresOf = (shape: ImageShape): number => positionsOf(shape) * shape.channels;

/** Windows of KERNEL × KERNEL positions, `stride` apart, over an image with a border of zeros one wide. */
export interface Windows {
  readonly input: ImageShape;
  readonly stride: number;
}

export const KERNEL = 3;
export const TAPS = KERNEL * KERNEL;
const BORDER = 1;

/** Windows along one side of so many positions. */
const along = (positions: number, stride: number): number =>
  Math.floor((positions + 2 * BORDER - KERNEL) / stride) + 1;

/** One position for each window, holding all that lies in it, tap by tap. */
export const patchShape = ({ input, stride }: Windows): ImageShape => ({
  height: along(input.height, stride),
  width: along(input.width, stride),
  channels: TAPS * input.channels,
});

/** Sides of the windows that a maximum is taken over: they lie side by side, and those at the far edges may be smaller. */
const POOL = 2;
export const POOL_TAPS = POOL * POOL;

/** One position for each window of a maximum. */
export const poolShape = ({ height, width, channels }: ImageShape): ImageShape => ({
  height: (height + 1) >> 1,
  width: (width + 1) >> 1,
  channels,
});

/** For each window of a maximum and each of its taps, row-major, the position that it lies on; −1 beyond the edge. */
export function poolPositions(input: ImageShape): Int32Array {
  const { height, width } = poolShape(input);
  return Int32Array.from({ length: height * width * POOL_TAPS }, (_, at) => {
    const [window, tap] = [Math.floor(at / POOL_TAPS), at % POOL_TAPS];
    const row = POOL * Math.floor(window / width) + Math.floor(tap / POOL);
    const column = POOL * (window % width) + (tap % POOL);
    return row < input.height && column < input.width ? row * input.width + column : -1;
  });
}

/** For each window and tap, row-major, the position that the tap lies on; −1 in the border. */
export function tapPositions(windows: Windows): Int32Array {
  const { input, stride } = windows;
  const { height, width } = patchShape(windows);
  const positions = new Int32Array(height * width * TAPS);
  let at = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let tap = 0; tap < TAPS; tap++) {
        const row = stride * y - BORDER + Math.floor(tap / KERNEL);
        const column = stride * x - BORDER + (tap % KERNEL);
        const inside = row >= 0 && row < input.height && column >= 0 && column < input.width;
        positions[at++] = inside ? row * input.width + column : -1;
      }
    }
  }
  return positions;
}

/**
 * The inverse of `tapPositions`: for each position the (window × TAPS + tap) that lie on it, −1 where there are fewer
 * than `most`.
 */
export function positionTaps(windows: Windows): {
  readonly most: number;
  readonly taps: Int32Array;
} {
  const lists = Array.from({ length: positionsOf(windows.input) }, (): number[] => []);
  tapPositions(windows).forEach((position, tap) => {
    if (position >= 0) lists[position]!.push(tap);
  });
  const most = Math.max(...lists.map((list) => list.length));
  const taps = new Int32Array(lists.length * most).fill(-1);
  lists.forEach((list, i) => {
    taps.set(list, i * most);
  });
  return { most, taps };
}
