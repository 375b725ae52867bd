import { beforeAll, describe, expect, it } from 'vitest';
import { loadWords, words } from '../../../words/words';
import { presets } from '../presets';
import { drawn, freeNumber, type Pin, pinNames, readPins, rounded, settingsText } from './pins';

beforeAll(() => loadWords('contenders', 'regression', 'pins'));

const { spec } = presets['sinusoid-10shot'];
const pin = (change: Partial<Pin> = {}): Pin => ({
  number: 1,
  name: 'maml',
  settings: settingsText(spec),
  iteration: 2000,
  task: { key: 'k', iteration: 2003, after: [[1, null, 2]] },
  curve: { mean: [4, 1], median: [3, 1] },
  training: { iterations: [0, 1], gradients: [0, 50], seconds: null, loss: [4, 3] },
  ...change,
});

describe('what is pinned', () => {
  it('is read back as it was kept', () => {
    const pins = [pin(), pin({ number: 2, name: 'reptile' })];
    expect(readPins(JSON.stringify(pins))).toEqual(pins);
  });

  it.each([null, '', 'nonsense', '{}', '[{"number":1}]', '[1,2]'])('is nothing in %s', (text) => {
    expect(readPins(text)).toEqual([]);
  });

  it('is at most three', () => {
    const pins = [1, 2, 3, 4].map((number) => pin({ number }));
    expect(readPins(JSON.stringify(pins))).toHaveLength(3);
  });

  it('keeps gaps where numbers had run away', () => {
    expect(drawn(rounded([1.234567, Number.NaN, Number.POSITIVE_INFINITY]))).toEqual([
      1.2346,
      Number.NaN,
      Number.NaN,
    ]);
  });

  it('takes the lowest number that is free', () => {
    expect(freeNumber([])).toBe(1);
    expect(freeNumber([pin({ number: 1 }), pin({ number: 3 })])).toBe(2);
  });
});

describe('the names of what is pinned', () => {
  const names = (pins: readonly Pin[], running = spec) => [
    ...pinNames(words(), pins, running).values(),
  ];

  it('say when, where nothing else differs', () => {
    expect(names([pin()])).toEqual(['MAML, at 2,000']);
  });

  it('say in what they differ from the run', () => {
    expect(names([pin()], { ...spec, innerRate: 0.1 })).toEqual(['MAML, Rate α 0.01, at 2,000']);
  });

  it('say in what they differ from each other', () => {
    const other = pin({ number: 2, settings: settingsText({ ...spec, innerSteps: 5 }) });
    expect(names([pin(), other])).toEqual([
      'MAML, Steps in training 1, at 2,000',
      'MAML, Steps in training 5, at 2,000',
    ]);
  });

  it('leave out what concerns others alone, and count what is too much', () => {
    const running = { ...spec, reptileSteps: 9, innerRate: 0.1, innerSteps: 3, shots: 5, seed: 2 };
    expect(names([pin()], running)).toEqual(['MAML, Shots K 10, Rate α 0.01, 2 more, at 2,000']);
  });

  it('do not change with who takes part, or on what it is computed', () => {
    const running = { ...spec, contenders: ['random' as const], engine: 'tfjs-cpu' as const };
    expect(names([pin()], running)).toEqual(['MAML, at 2,000']);
  });
});
