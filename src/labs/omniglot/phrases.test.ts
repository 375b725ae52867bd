import { beforeAll, expect, it } from 'vitest';
import { loadWords, words } from '../../words/words';
import { kindTexts } from './phrases';
import { presets } from './presets';
import { stamped } from './stamped';

beforeAll(() => loadWords('contenders', 'files', 'omniglot'));

const { lake } = presets;
const own = presets['omniglot-20way-1shot'];

it('says in what tasks are not those of the papers, and nothing of those that are', () => {
  const { within, drawers, split, normalise } = words().omniglot.kinds;
  const of = (
    spec: typeof lake.spec | typeof own.spec,
    source: 'omniglot' | 'procedural',
    ungranted = false,
  ) => kindTexts(words(), spec, { source, ungranted });
  expect(of(own.spec, 'omniglot')).toEqual([]);
  expect(of(lake.spec, 'omniglot')).toEqual([within, drawers, split, normalise]);
  // What these characters cannot be is not claimed.
  expect(of(lake.spec, 'omniglot', true)).toEqual([within, drawers, normalise]);
  expect(of(lake.spec, 'procedural')).toEqual([normalise]);
});

it('and so does every figure that is taken away', () => {
  const rowsWith = (spec: typeof lake.spec, codes: readonly string[]) => {
    const state = { running: spec, answers: { episode: null } } as never;
    const remarks = codes.map((code) => ({ code }));
    return stamped.rowsOf!(words(), state, {} as never, remarks);
  };
  expect(rowsWith(lake.spec, [])).toEqual([
    {
      label: 'Tasks',
      value: 'of one alphabet, by two drawers, whole alphabets held out, normalised drawings',
    },
  ]);
  expect(rowsWith(lake.spec, ['few-alphabets'])[0]!.value).not.toContain('held out');
  expect(rowsWith({ ...own.spec } as never, [])).toEqual([]);
});
