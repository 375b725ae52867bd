/** What is said of methods and of checkpoints, in words. */

import type { Glyphs, Split } from '../../tasks/glyphs/glyphs';
import { say, sayNumber } from '../../words/format';
import type { AboutWords, ContenderWords } from '../../words/shape';
import type { Words } from '../../words/words';
import { fileText } from '../kit/checkpointFile';
import type { WordsOf } from '../kit/context';
import type { fields, OmniglotSpec } from './fields';
import type { MethodName, methods } from './methods/registry';
import type { presets } from './presets';
import type { Missing } from './trained/checkpoints';

export const wordsOf: WordsOf<typeof fields, typeof presets, typeof methods> = (words) =>
  words.omniglot;

/** The words of a method: this lab's, where it is something of its own here. */
export function methodWords(words: Words, name: MethodName): ContenderWords & AboutWords {
  const here: Readonly<Record<string, Partial<AboutWords>>> = words.omniglot.methods;
  return { ...words.contenders[name], ...words.about[name], ...here[name] };
}

export function labelOf({ contenders, omniglot }: Words, name: MethodName): string {
  const here: Readonly<Record<string, Pick<ContenderWords, 'label'>>> = omniglot.methods;
  return (here[name] ?? contenders[name]).label;
}

type Kind = Pick<OmniglotSpec, 'within' | 'drawers' | 'split' | 'normalise'>;

/** In what tasks and drawings are not those of the papers, as far as the characters that are here can be so. */
export function kindTexts(
  { omniglot: { kinds } }: Words,
  spec: Kind,
  { source, ungranted }: { readonly source: Glyphs['source']; readonly ungranted: boolean },
): string[] {
  const has = {
    within: source === 'omniglot' && spec.within === 'alphabet',
    drawers: source === 'omniglot' && spec.drawers === 'two',
    split: !ungranted && source === 'omniglot' && spec.split === 'alphabets',
    normalise: spec.normalise === 'on',
  };
  return (Object.keys(has) as (keyof Kind)[]).flatMap((name) => (has[name] ? [kinds[name]] : []));
}

/** Why methods begin untrained. */
export function missingText(
  words: Words,
  missing: readonly Missing[],
  { ways }: Pick<OmniglotSpec, 'ways'>,
): string {
  const { none, noneForWays, otherNetwork, problem } = words.files.trained;
  const { otherSplit, why: told } = words.omniglot.trained;
  const reason = (why: Missing['why']): string => {
    if (why === 'none') return none;
    if (why === 'ways') return say(noneForWays, { ways });
    if (why === 'split') return otherSplit;
    return why === 'network' ? otherNetwork : fileText(words, why.error);
  };
  const problems = missing.map(({ method, why }) =>
    say(problem, { name: labelOf(words, method), why: reason(why) }),
  );
  return say(told, { problems: problems.join('; ') });
}

/** The characters that figures here are about. */
export const charactersText = (
  { omniglot }: Words,
  counts: Readonly<Record<Split, number>>,
): string => say(omniglot.accuracy.characters, counts);

/** An accuracy, in per cent: two decimals where one would say nothing. */
export function accuracyText(share: number): string {
  const digits = share > 0 && share < 0.001 ? 2 : 1;
  return sayNumber(100 * share, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
