/** Where the trained methods came from, and the way to a run without them. */

import { Button } from '../../../ui/controls/Button';
import { Say, useWords } from '../../../ui/Say';
import text from '../../../ui/text.module.css';
import { say, sayNumber } from '../../../words/format';
import { fieldWords, useShown } from '../../kit/context';
import { fields, type OmniglotSpec } from '../fields';
import { useLab, useLabels, useLabState } from '../hooks';
import { type MethodName, trainingOf } from '../methods/registry';
import { beginningWith, presets } from '../presets';
import { recipeOf } from './recipes';

export function Origins() {
  const lab = useLab();
  const { trained } = useWords().omniglot;
  const labelOf = useLabels();
  const own = useOwnSettings();
  const origins = useLabState((s) => Object.values(s.origin));
  if (origins.length === 0) return null;
  return (
    <>
      <details className={text.more}>
        <summary>{say(trained.beforehand, { count: origins.length })}</summary>
        <ul className={text.hint}>
          {origins.map(({ method, iterations, date, command }) => (
            <li key={method}>
              <Say
                message={trained.about}
                values={{
                  name: labelOf(method),
                  iterations: sayNumber(iterations),
                  ...{ date, command, own: own(method) },
                }}
              />
            </li>
          ))}
        </ul>
      </details>
      <Button
        small
        onClick={() => lab.restartWith(beginningWith(lab.store.getState().spec, 'scratch'))}
      >
        {trained.fromScratch}
      </Button>
    </>
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
