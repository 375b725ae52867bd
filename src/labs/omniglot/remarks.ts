/** What the worker remarks of a run, in words. */

import type { Remark } from '../../session/experiment';
import { formatNumber } from '../../spec/field';
import type { Split } from '../../tasks/glyphs/glyphs';
import { say, sayNumber } from '../../words/format';
import type { Words } from '../../words/words';
import { fieldWords } from '../kit/context';
import { ownName } from '../kit/ownFields';
import { fields, type OmniglotSpec } from './fields';
import { type MethodName, methods, trainingOf } from './methods/registry';
import type { CharactersSeen } from './methods/snapshot';
import { labelOf, wordsOf } from './phrases';

/** The field of this lab that a contender's knob turns. */
function fieldOf(name: MethodName, knob: string): keyof OmniglotSpec {
  const own = ownName(name, knob);
  if (Object.hasOwn(fields, own)) return own as keyof OmniglotSpec;
  // The outer optimiser is one for all methods, and its rate has a name of its own here.
  return knob === 'outerRate' ? 'metaRate' : (knob as keyof OmniglotSpec);
}

/** That a method's weights stopped being numbers, and which settings to lower. */
export function divergenceText(
  words: Words,
  { subject, iteration }: Remark,
  spec: OmniglotSpec,
): string {
  const { remarks } = words.omniglot;
  const name = subject as MethodName;
  const knobs = (trainingOf(name)?.contender.knobs ?? []).map((knob) => {
    const field = fieldOf(name, knob);
    const { label } = fieldWords(words, { owners: methods, wordsOf }, field);
    return say(remarks.knob, { label, value: formatNumber(spec[field] as number) });
  });
  const at = sayNumber(iteration);
  const what = say(remarks.diverged, { name: labelOf(words, name), at });
  return `${what} ${say(remarks.lower, { knobs: knobs.join(remarks.or) })}`;
}

/** What a run was trained on up to a meta-iteration, and what it goes on with. */
export function otherCharactersText({ omniglot }: Words, { iteration, values }: Remark): string {
  const { otherCharacters, seen } = omniglot.remarks;
  const told = (when: string) => {
    const count = (split: Split) => Number(values[`${when} ${split}`]);
    const counts = {
      train: count('train'),
      validation: count('validation'),
      test: count('test'),
    };
    return say(seen[values[`${when} source`] as CharactersSeen['source']], counts);
  };
  return say(otherCharacters, {
    at: sayNumber(iteration),
    before: told('before'),
    now: told('now'),
  });
}
