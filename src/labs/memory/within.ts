/** What can be seen within a contender while it reads a stream, out of what its network gives beside its answers. */

import type { RareSteps } from '../../contenders/readers/rare';
import { type MannSettings, mannPlaces } from '../../networks/programs/readers/mann';
import { columns } from './columns';
import type { Inside } from './questions';

export const stateOf = (seen: Float32Array, steps: number): Inside => ({
  ...{ kind: 'state', width: seen.length / steps, state: seen },
});

/** The item of step i is the drawing before it, with its label; that of the first says nothing. */
export function attentionOf(
  seen: Float32Array,
  steps: number,
): Extract<Inside, { kind: 'attention' }> {
  const weights = new Float32Array(steps * steps);
  const none = new Float32Array(steps);
  for (let t = 0; t < steps; t++) {
    none[t] = seen[t * steps]!;
    weights.set(seen.subarray(t * steps + 1, t * steps + t + 1), t * steps);
  }
  return { kind: 'attention', weights, none };
}

/** The step after a drawing is the first that has seen its label: what it attends to there is the drawing before. */
export const shiftedAttentionOf = (seen: Float32Array, steps: number): Inside => ({
  ...attentionOf(seen, steps),
  shifted: true,
});

/** A slot of which so little was written holds nothing. */
const LEAST_HELD = 0.05;

export function memoryOf(
  seen: Float32Array,
  steps: number,
  own: Pick<MannSettings, 'slots' | 'heads' | 'writing'>,
): Inside {
  const { slots, heads, writing } = own;
  const places = mannPlaces(own);
  const part = (from: number, count: number) => columns(seen, places.all, from, count);
  const written = part(places.written, slots);
  const usage = part(places.usage, slots);
  return {
    ...{ kind: 'memory', slots, heads, written, usage },
    read: part(places.read, slots),
    gate: writing === 'fifo' ? null : part(places.gate, heads),
    writes: writing === 'fifo' ? 'turn' : 'gate',
    holds: heldIn({ written, usage, slots, heads, writing }, steps),
  };
}

/**
 * Which drawing each slot holds most of after each step, by what was written: at step t it is of the drawing before, whose
 * label has just come. One slot for each head is wiped first: what was used least, or whose turn it is.
 */
export function heldIn(
  memory: {
    readonly written: Float32Array;
    readonly usage: Float32Array;
    readonly slots: number;
    readonly heads: number;
    readonly writing: MannSettings['writing'];
  },
  steps: number,
): Int16Array {
  const { written, usage, slots, heads, writing } = memory;
  const held = new Int16Array(steps * slots);
  const share = new Float32Array(slots * steps);
  for (let t = 0; t < steps; t++) {
    // Before the first step no slot was used, and the first ones are the least.
    const use = (slot: number) => (t === 0 ? slot : usage[(t - 1) * slots + slot]!);
    const free =
      writing === 'fifo'
        ? Array.from({ length: heads }, (_, head) => (t * heads + head) % slots)
        : Array.from({ length: slots }, (_, slot) => slot)
            .toSorted((a, b) => use(a) - use(b))
            .slice(0, heads);
    for (const slot of free) share.fill(0, slot * steps, (slot + 1) * steps);
    for (let slot = 0; slot < slots; slot++) {
      const own = share.subarray(slot * steps, (slot + 1) * steps);
      if (t > 0) own[t - 1]! += written[t * slots + slot]!;
      let best = -1;
      for (let i = 0; i < t; i++) {
        if (own[i]! >= LEAST_HELD && (best < 0 || own[i]! > own[best]!)) best = i;
      }
      held[t * slots + slot] = best;
    }
  }
  return held;
}

/** Slots that are filed by a rule: each holds most of the drawing that was filed there last, half of its key or more. */
export function filedIn({ read, written, ages }: RareSteps, slots: number): Inside {
  const steps = read.length;
  const one = (at: Int16Array) => {
    const rows = new Float32Array(steps * slots);
    at.forEach((slot, t) => {
      if (slot >= 0) rows[t * slots + slot] = 1;
    });
    return rows;
  };
  const holds = new Int16Array(steps * slots);
  for (let t = 0; t < steps; t++) {
    for (let slot = 0; slot < slots; slot++) {
      const at = t * slots + slot;
      holds[at] = written[t] === slot ? t - 1 : t === 0 ? -1 : holds[at - slots]!;
    }
  }
  return {
    ...{ kind: 'memory', slots, heads: 1, gate: null, writes: 'rule', ages, holds },
    ...{ read: one(read), written: one(written) },
    // What was written last is drawn fullest.
    usage: Float32Array.from(ages, (age) => (age < 0 ? 0 : 1 / (1 + age))),
  };
}
