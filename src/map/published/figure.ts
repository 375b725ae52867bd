/** Accuracies as points with intervals on one axis. */

export interface Figure {
  /** Whose it is. */
  readonly kind: 'published' | 'ours';
  /** In per cent. */
  readonly mean: number;
  /** Half-width of the 95% interval, where it is known. */
  readonly ci95: number | null;
}

export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

export const axis = (from: number, to: number, step: number): Axis => ({
  from,
  to,
  ticks: Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step),
});

/** Share of the axis left of a value, in per cent; what lies beyond an end is put at that end. */
export const along = ({ from, to }: Axis, value: number): number =>
  (100 * (Math.min(Math.max(value, from), to) - from)) / (to - from);
