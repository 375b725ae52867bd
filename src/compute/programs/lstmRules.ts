/** The derivatives of a step of a long short-term memory. */

import type { Body } from '../../networks/program';
import { keptBody, partsOfSlope, slopeBody } from './lstm';
import type { Rule } from './rules';

/** @param ofBody the derivatives of what a body computes */
export function lstmRules(ofBody: (body: Body) => Rule): Record<'lstmKept' | 'lstmSlope', Rule> {
  const slope = ofBody(slopeBody);
  return {
    lstmKept: {
      ...ofBody(keptBody),
      reverse(o, { inputs: [z, cell], output }, d, [ofZ, ofCell]) {
        const parts = partsOfSlope(o, o.lstmSlope(output, z!, cell!, d), z!);
        return [ofZ ? parts.dz() : null, ofCell ? parts.dCell() : null];
      },
    },
    // What is kept follows from the other inputs: derivatives do not look at it.
    lstmSlope: {
      forward: (o, { inputs: [, ...inputs], output }, [, ...dots]) =>
        slope.forward(o, { inputs, output }, dots),
      reverse: (o, { inputs: [, ...inputs], output }, d, [, ...wanted]) => [
        null,
        ...slope.reverse(o, { inputs, output }, d, wanted),
      ],
    },
  };
}
