/** How a contender looks, in every chart, lab and theme: a colour, and a dash pattern for those who cannot tell colours. */

export interface Look {
  readonly color: string;
  /** SVG dash pattern at stroke width 2; none for a solid line. */
  readonly dash: string | undefined;
}

const DASHES = [undefined, '7 3', '2 2.5', '9 3 2 3', '1 4', '12 3 2 3 2 3'];
export const LOOKS = DASHES.length;

/** The look of the contender at `index` in its lab's list. */
export function lookOf(index: number): Look {
  const slot = index % LOOKS;
  return { color: `var(--c-${slot + 1})`, dash: DASHES[slot] };
}
