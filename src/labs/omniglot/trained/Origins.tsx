/** Where the trained methods came from, and the way to a run without them. */

import { useWords } from '../../../ui/Say';
import { say } from '../../../words/format';
import { Beforehand } from '../../kit/Beforehand';
import { fieldWords, useShown } from '../../kit/context';
import { fields, type OmniglotSpec } from '../fields';
import { useLab, useLabels, useLabState } from '../hooks';
import { type MethodName, trainingOf } from '../methods/registry';
import { beginningWith, presets } from '../presets';
import { recipeOf } from './recipes';

export function Origins() {
  const lab = useLab();
  const labelOf = useLabels();
  const own = useOwnSettings();
  const origins = useLabState((s) => Object.values(s.origin));
  return (
    <Beforehand
      trained={origins.map(({ method, iterations, date, command }) => ({
        ...{ name: labelOf(method), iterations, date, command, own: own(method) },
      }))}
      onScratch={() => lab.restartWith(beginningWith(lab.store.getState().spec, 'scratch'))}
    />
  );
}

/** Where a method's recipe differs from the preset that ships it, but for its length. */
function useOwnSettings(): (method: MethodName) => string {
  const words = useWords();
  const shown = useShown();
  const { own } = words.omniglot.trained;
  return (method) => {
    const { iterations: _, ...recipe } = trainingOf(method)?.recipe ?? {};
    const { spec } = recipeOf(method, 1, null);
    const differing = (Object.keys(recipe) as (keyof OmniglotSpec)[]).filter(
      (name) => spec[name] !== presets['omniglot-5way-1shot'].spec[name],
    );
    return differing
      .map((name) => {
        const { label } = fieldWords(words, shown, name);
        return say(own, {
          label: label.toLowerCase(),
          value: fields[name].format(spec[name] as never),
        });
      })
      .join('');
  };
}
