import { beforeAll, describe, expect, it } from 'vitest';
import { loadWords, words } from '../../../words/words';
import type { ContenderName } from '../methods';
import { presets } from '../presets';
import type { EvaluateAnswer, LossCurve } from './question';
import { awayTexts, countText, praised } from './seen';

beforeAll(() => loadWords('contenders', 'regression', 'seen'));

const { spec } = presets['sinusoid-10shot'];

/** What was measured over 600 held-out tasks, by contender: medians and tasks that ran away, after each step. */
function measured(
  curves: Readonly<Partial<Record<ContenderName, readonly (readonly [number, number])[]>>>,
): EvaluateAnswer {
  const all = Object.entries(curves).map(([name, steps]): [string, LossCurve] => {
    const median = Float64Array.from(steps!, ([value]) => value);
    const ranAway = Float64Array.from(steps!, ([, count]) => count);
    return [name, { mean: median, ci95: median, median, ranAway }];
  });
  return { iteration: 2000, tasks: 600, complete: true, curves: Object.fromEntries(all) };
}

const well = measured({
  maml: [
    [1.9, 0],
    [0.2, 0],
    [0.05, 2],
  ],
  joint: [
    [1.8, 0],
    [1.4, 0],
    [0.9, 0],
  ],
  metasgd: [
    [1.8, 0],
    [0.1, 0],
    [0.02, 40],
  ],
});
const away = measured({
  maml: [
    [3, 0],
    [900, 580],
    [3e14, 600],
  ],
  random: [
    [4, 0],
    [3.9, 0],
    [3.9, 0],
  ],
});
const chosen = ['maml', 'joint', 'metasgd', 'random'] as const;

describe('what is to be seen', () => {
  it('is praised where the numbers bear it out', () => {
    const judged = { chosen, evaluation: well, spec };
    for (const name of ['maml', 'joint', 'metasgd'] as const) {
      expect(praised(name, judged), name).toBe(true);
    }
    expect(awayTexts(words(), judged)).toEqual([]);
  });

  it('is no praise of who runs away, but what to lower', () => {
    const judged = { chosen, evaluation: away, spec: { ...spec, innerRate: 1 } };
    expect(praised('maml', judged)).toBe(false);
    expect(awayTexts(words(), judged)).toEqual([
      'MAML runs away as it adapts: after one step on 580 of 600 held-out tasks.',
      'Lower Rate α (1).',
    ]);
    // A rate of its own is what is to be lowered of those that have one.
    const gone = measured({
      anil: [
        [3, 0],
        [900, 580],
      ],
      reptile: [
        [3, 0],
        [900, 599],
      ],
    });
    const both = { chosen: ['reptile', 'anil'], evaluation: gone, spec } as const;
    expect(awayTexts(words(), both).at(-1)).toBe(
      'Lower Rate α (0.01) or Rate α of the head (0.03).',
    );
  });

  it('is no praise of what is not known, or no better than before', () => {
    expect(praised('maml', { chosen, evaluation: null, spec })).toBe(false);
    const evaluation = measured({
      maml: [
        [3, 0],
        [2.9, 0],
      ],
    });
    expect(praised('maml', { chosen, evaluation, spec })).toBe(false);
  });

  it('is how many tasks the means leave out', () => {
    expect(countText(words(), { chosen: ['maml', 'joint'], evaluation: well, spec })).toBe(
      'After 2 steps some have run away, of 600 held-out tasks: MAML on 2 (median of all 0.050). Means are of the others. Fewer steps keep them, or a smaller Rate α (0.01).',
    );
    expect(countText(words(), { chosen: ['joint'], evaluation: well, spec })).toBeNull();
  });
});
