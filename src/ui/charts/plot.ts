/** A plot in data and in pixels. */

import type { Range } from '../../math/range';

export interface Axis {
  readonly domain: Range;
  readonly ticks: readonly number[];
  /** What is measured, with its unit. */
  readonly label: string;
  readonly format?: (value: number) => string;
  /** Whether log₁₀ of what is meant is drawn. */
  readonly logarithmic?: boolean;
}

export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** From data to pixels, and back. */
  x(value: number): number;
  y(value: number): number;
  xAt(pixel: number): number;
  yAt(pixel: number): number;
}
