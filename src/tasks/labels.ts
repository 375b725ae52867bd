/**
 * Labels as what a network hears and says: one of N; or a string of five letters, each of five (Santoro et al. 2016, arXiv
 * 1605.06065, section 4), which leaves as many outputs however many characters there are. A label is a number in either case.
 */

/** One-hot rows side by side: a label's digits, each in a part of its own, the first counting most. */
export interface LabelCode {
  readonly parts: number;
  /** Numbers of a part. */
  readonly width: number;
}

export const oneHot = (labels: number): LabelCode => ({ parts: 1, width: labels });
/** Five letters, from a to e. */
export const strings: LabelCode = { parts: 5, width: 5 };

/** Numbers that a label goes in and comes out as. */
export const codeSize = ({ parts, width }: LabelCode): number => parts * width;

/** Labels that it tells apart. */
export const labelCount = ({ parts, width }: LabelCode): number => width ** parts;

/** The digits of a label. */
export function digitsOf({ parts, width }: LabelCode, label: number): readonly number[] {
  const digits = new Array<number>(parts);
  for (let part = parts - 1, rest = label; part >= 0; part--, rest = Math.floor(rest / width)) {
    digits[part] = rest % width;
  }
  return digits;
}

/** Sets to 1, in a row of zeros that begins at a place, what stands for a label. */
export function writeLabel(
  code: LabelCode,
  label: number,
  into: Float32Array,
  { at }: { readonly at: number },
): void {
  digitsOf(code, label).forEach((digit, part) => {
    into[at + part * code.width + digit] = 1;
  });
}

export interface Likeliest {
  readonly label: number;
  /** Its probability: the product of those of its digits. */
  readonly probability: number;
}

/** The label whose digits are the likeliest, each by itself; null where numbers are none. */
export function likeliest({ parts, width }: LabelCode, row: ArrayLike<number>): Likeliest | null {
  let [label, probability] = [0, 1];
  for (let part = 0; part < parts; part++) {
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (let digit = 0; digit < width; digit++) {
      const share = row[part * width + digit]!;
      if (share > most) [best, most] = [digit, share];
    }
    if (best < 0) return null;
    label = label * width + best;
    probability *= most;
  }
  return { label, probability };
}

/** A string as people read it. */
export const stringText = (label: number): string =>
  digitsOf(strings, label)
    .map((digit) => String.fromCharCode(97 + digit))
    .join('');
