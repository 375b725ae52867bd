/** What the worker remarks of a run, in words. */

import type { Remark } from '../../session/experiment';
import { formatNumber } from '../../spec/field';
import { say } from '../../words/format';
import type { Words } from '../../words/words';
import { fieldWords } from '../kit/context';
import { ownName } from '../kit/ownFields';
import { fields, type RegressionSpec } from './fields';
import { type ContenderName, contenderOf, contenders } from './methods';

/** That a contender diverged, and which settings to lower. */
export function divergenceText(
  words: Words,
  { subject, iteration }: Remark,
  spec: RegressionSpec,
): string {
  const { remarks } = words.regression;
  const name = subject as ContenderName;
  const knobs = contenderOf(name).knobs.map((knob) => {
    const field = Object.hasOwn(fields, knob) ? knob : ownName(name, knob);
    const value = formatNumber(spec[field as 'innerRate']);
    const { label } = fieldWords(
      words,
      { owners: contenders, wordsOf: (w) => w.regression },
      field,
    );
    return say(remarks.knob, { label, value });
  });
  const what = say(remarks.diverged, { name: words.contenders[name].label, at: iteration });
  return knobs.length === 0
    ? what
    : `${what} ${say(remarks.lower, { knobs: knobs.join(remarks.or) })}`;
}
