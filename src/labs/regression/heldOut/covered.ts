/** Whether somebody is as sure as it should be: how many points lie within bands that should hold so many of them. */

/** Standard deviations on either side of a Gaussian's mean that hold half of it, and nine tenths. */
const HALF = 0.674_489_75;
const MOST = 1.644_853_63;

/** Shares of points, each between 0 and 1. */
export interface Covered {
  readonly half: number;
  readonly most: number;
}

/** Counts of points. */
export interface Within {
  readonly half: number;
  readonly most: number;
  readonly points: number;
}

export const noneWithin: Within = { half: 0, most: 0, points: 0 };

/** @param said mean and standard deviation of each point, side by side */
export function added(before: Within, said: Float32Array, targets: Float32Array): Within {
  let { half, most } = before;
  targets.forEach((y, i) => {
    const off = Math.abs(y - said[2 * i]!) / said[2 * i + 1]!;
    if (off <= HALF) half += 1;
    if (off <= MOST) most += 1;
  });
  return { half, most, points: before.points + targets.length };
}

export const sharesOf = ({ half, most, points }: Within): Covered => ({
  half: half / points,
  most: most / points,
});
