import { beforeAll, describe, expect, it } from 'vitest';
import { loadWords, words } from '../../words/words';
import { isTrained, methodNames, trainingOf } from './methods/registry';
import { labelOf, missingText } from './phrases';
import { presets } from './presets';
import { divergenceText, otherCharactersText } from './remarks';

beforeAll(() => loadWords('contenders', 'files', 'omniglot'));
const { spec } = presets['omniglot-5way-1shot'];
const diverged = (subject: string) =>
  divergenceText(words(), { iteration: 1240, subject, code: 'diverged', values: {} }, spec);

describe('that a method diverged', () => {
  it.each(methodNames.filter(isTrained))('is said of %s with settings to lower', (name) => {
    const text = diverged(name);
    expect(text).toContain(labelOf(words(), name));
    expect(text).toContain('1,240');
    const values = [...text.matchAll(/\(now ([\d.]+)\)/g)].map(([, value]) => Number(value));
    expect(values).toHaveLength(trainingOf(name)!.contender.knobs.length);
    expect(values.every((value) => value > 0)).toBe(true);
  });

  it('names the settings as this lab has them', () => {
    expect(diverged('maml')).toContain('Inner rate α (now 0.4) or Meta-rate (now 0.0001)');
    expect(diverged('reptile')).toContain('Inner rate (now 0.001) or Outer step ε (now 0.1)');
    expect(diverged('matching')).toContain('Lower Meta-rate (now 0.0001)');
  });
});

it('says which characters a run was trained on, and goes on with', () => {
  const values = {
    ...{ 'before source': 'procedural', 'before train': 300 },
    ...{ 'before validation': 20, 'before test': 40 },
    ...{ 'now source': 'omniglot', 'now train': 1200, 'now validation': 90, 'now test': 200 },
  };
  const text = otherCharactersText(words(), {
    ...{ iteration: 500, subject: 'characters', code: 'other-characters', values },
  });
  expect(text).toContain('Up to meta-iteration 500');
  expect(text).toContain('procedural characters (300 to train, 20 to validate, 40 to test)');
  expect(text).toContain('Omniglot (1,200 to train');
});

it('says why methods begin untrained', () => {
  const text = missingText(
    words(),
    [
      { method: 'anil', why: 'ways' },
      { method: 'joint', why: 'network' },
      { method: 'maml', why: { error: new Error('out of cheese') } },
    ],
    { ways: 7 },
  );
  expect(text).toContain('ANIL: none was trained for 7 ways; Joint training, last layer tuned: ');
  expect(text).toContain('MAML: out of cheese.');
});
