/** What the worker remarks of a run, in words. */

import type { Remark } from '../../session/experiment';
import { formatNumber } from '../../spec/field';
import { say } from '../../words/format';
import type { Words } from '../../words/words';
import { fieldWords } from '../kit/context';
import { ownName } from '../kit/ownFields';
import { fields, type RegressionSpec } from './fields';
import { type ContenderName, contenders, sheetOf } from './methods';

/** A setting that a contender's outcome hangs on, with its value. */
export function knobText(words: Words, name: ContenderName, knob: string, spec: RegressionSpec) {
  const field = Object.hasOwn(fields, knob) ? knob : ownName(name, knob);
  const lookup = { owners: contenders, wordsOf: (w: Words) => w.regression };
  const { label } = fieldWords(words, lookup, field);
  return { label, value: formatNumber(spec[field as 'innerRate']) };
}

/** That a contender diverged, and which settings to lower. */
export function divergenceText(
  words: Words,
  { subject, iteration }: Remark,
  spec: RegressionSpec,
): string {
  const { remarks } = words.regression;
  const name = subject as ContenderName;
  const knobs = sheetOf(name).knobs.map((knob) =>
    say(remarks.knob, knobText(words, name, knob, spec)),
  );
  const what = say(remarks.diverged, { name: words.contenders[name].label, at: iteration });
  return knobs.length === 0
    ? what
    : `${what} ${say(remarks.lower, { knobs: knobs.join(remarks.or) })}`;
}
