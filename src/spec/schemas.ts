/** Numbers as they may stand in a file or a link: finite ones, and whole ones that are exact. */

import * as v from 'valibot';

export const finite = v.pipe(v.number(), v.finite());
export const whole = v.pipe(v.number(), v.safeInteger());

/** @param least the least that is allowed */
export const wholeFrom = (least: number) => v.pipe(whole, v.minValue(least));
/** @param most how many characters are allowed */
export const shortText = (most: number) => v.pipe(v.string(), v.maxLength(most));
