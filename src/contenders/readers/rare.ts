/**
 * A memory for rare events, with the learning taken out (Kaiser et al. 2017, arXiv 1703.03129): slots of a key, a
 * value and an age. A drawing is compared with all keys; the nearest one's value is the answer. When the label comes, a nearest
 * slot that had it takes the drawing into its key; else the drawing and its label take the place of the oldest slot.
 *
 * The paper trains what embeds by a margin loss on these keys; here drawings are embedded as they are for all others.
 */

import type { Stream as Random } from '../../math/rng';

export const RARE_FORMULA = String.raw`\begin{gathered}\hat y_t=v_n,\qquad n=\arg\max_i\cos(x_t,k_i)\\[0.4em]k_n\leftarrow\frac{k_n+x_t}{\lVert k_n+x_t\rVert}\ \text{ if }v_n=y_t\\[0.4em](k_m,v_m)\leftarrow(x_t,y_t),\ m=\arg\max_i a_i\ \text{ else}\end{gathered}`;

/** What it does at each step: first the drawing before is filed with its label, then that of now is looked for. */
export interface RareSteps {
  /** The slot that is read, and the one that was written; −1 for none. */
  readonly read: Int16Array;
  readonly written: Int16Array;
  /** Whether what was written went into a key that was there. */
  readonly averaged: readonly boolean[];
  /** The answers; −1 where nothing has been filed. */
  readonly answers: readonly number[];
  /** Row-major [steps, slots]: steps since a slot was written, −1 of one that never was. */
  readonly ages: Int16Array;
}

/**
 * @param features row-major [steps, width]
 * @param told the label of each step, which it is told one step later
 * @param random decides among slots of one age
 */
export function rareOf(
  features: Float32Array,
  {
    width,
    told,
    slots,
    random,
  }: {
    readonly width: number;
    readonly told: readonly number[];
    readonly slots: number;
    readonly random: Random;
  },
): RareSteps {
  const steps = told.length;
  const [read, written] = [new Int16Array(steps).fill(-1), new Int16Array(steps).fill(-1)];
  const ages = new Int16Array(steps * slots).fill(-1);
  const averaged: boolean[] = [];
  const answers: number[] = [];
  const memory = new Memory(slots, width, random);
  for (let t = 0; t < steps; t++) {
    averaged.push(false);
    if (t > 0) {
      const before = normal(features.subarray((t - 1) * width, t * width));
      const filed = memory.file(before, told[t - 1]!);
      written[t] = filed.slot;
      averaged[t] = filed.averaged;
    }
    read[t] = memory.nearest(normal(features.subarray(t * width, (t + 1) * width)));
    answers.push(read[t]! < 0 ? -1 : memory.values[read[t]!]!);
    memory.used.forEach((used, slot) => {
      if (used) ages[t * slots + slot] = memory.ages[slot]!;
    });
  }
  return { read, written, averaged, answers, ages };
}

class Memory {
  readonly values: number[];
  readonly used: boolean[];
  readonly ages: number[];
  private readonly keys: Float32Array[];

  constructor(
    private readonly slots: number,
    width: number,
    private readonly random: Random,
  ) {
    const each = <T>(make: () => T): T[] => Array.from({ length: slots }, make);
    this.values = each(() => -1);
    this.used = each(() => false);
    this.ages = each(() => 0);
    this.keys = each(() => new Float32Array(width));
  }

  /** The slot whose key has the greatest cosine with a normal vector; −1 while there is none. */
  nearest(query: Float32Array): number {
    let [found, most] = [-1, Number.NEGATIVE_INFINITY];
    for (let slot = 0; slot < this.slots; slot++) {
      if (!this.used[slot]) continue;
      const key = this.keys[slot]!;
      let cosine = 0;
      for (let i = 0; i < key.length; i++) cosine += key[i]! * query[i]!;
      if (cosine > most) [found, most] = [slot, cosine];
    }
    return found;
  }

  file(
    drawing: Float32Array,
    label: number,
  ): { readonly slot: number; readonly averaged: boolean } {
    const near = this.nearest(drawing);
    const averaged = near >= 0 && this.values[near] === label;
    const slot = averaged ? near : this.oldest();
    const key = averaged ? drawing.map((x, i) => x + this.keys[slot]![i]!) : drawing;
    this.keys[slot] = normal(key);
    this.values[slot] = label;
    this.used[slot] = true;
    for (let i = 0; i < this.slots; i++) this.ages[i]! += 1;
    this.ages[slot] = 0;
    return { slot, averaged };
  }

  /** Noise below one step: it decides among slots of one age, and nobody else. */
  private oldest(): number {
    let [found, most] = [-1, Number.NEGATIVE_INFINITY];
    for (let slot = 0; slot < this.slots; slot++) {
      const age = this.ages[slot]! + this.random.uniform(0, 0.5);
      if (age > most) [found, most] = [slot, age];
    }
    return found;
  }
}

/** Of length one; one of zeros stays what it is. */
function normal(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector.slice() : vector.map((x) => x / length);
}
