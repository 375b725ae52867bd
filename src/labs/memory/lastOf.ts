/** Of a reading of several streams, one after another, that of the last: with what it reads of those before it. */

import { columns } from './columns';
import { type Inside, OLDER, type Reading } from './questions';

/** @param from drawings that were read before the last stream @param steps drawings of that */
export function lastOf(reading: Reading, from: number, steps: number): Reading {
  if (from === 0) return reading;
  const { probabilities, inside } = reading;
  return {
    probabilities: lastRows(probabilities, from, steps),
    inside: inside === null ? null : insideLast(inside, from, steps),
  };
}

function insideLast(inside: Inside, from: number, steps: number): Inside {
  const last = (rows: Float32Array) => lastRows(rows, from, steps);
  switch (inside.kind) {
    case 'state':
      return { ...inside, state: last(inside.state) };
    case 'attention': {
      const rows = last(inside.weights);
      const all = from + steps;
      const older = new Float32Array(steps);
      for (let t = 0; t < steps; t++) {
        for (let i = 0; i < from; i++) older[t]! += rows[t * all + i]!;
      }
      const weights = columns(rows, all, from, steps);
      return { ...inside, weights, older, none: last(inside.none) };
    }
    case 'memory':
      return {
        ...inside,
        ...{ read: last(inside.read), written: last(inside.written) },
        ...{ usage: last(inside.usage), gate: inside.gate && last(inside.gate) },
        ...(inside.ages && { ages: inside.ages.slice(from * inside.slots) }),
        holds: inside.holds
          .slice(from * inside.slots)
          .map((place) => (place < 0 ? place : place < from ? OLDER : place - from)),
      };
    default:
      return inside satisfies never;
  }
}

const lastRows = (values: Float32Array, from: number, steps: number): Float32Array =>
  values.slice((from * values.length) / (from + steps));
