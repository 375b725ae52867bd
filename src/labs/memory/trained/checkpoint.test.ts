import { describe, expect, it } from 'vitest';
import { proceduralGlyphs } from '../../../tasks/glyphs/procedural';
import { codeSize } from '../../../tasks/labels';
import type { FileError } from '../../kit/checkpointFile';
import type { MemorySpec } from '../fields';
import { codeOf } from '../labelling';
import { trainedNames } from '../methods';
import { presets } from '../presets';
import { ownIn, readerOf } from '../registry';
import {
  type Checkpoint,
  checkpointOf,
  fits,
  formatCheckpoint,
  parseCheckpoint,
} from './checkpoint';
import { recipeOf } from './recipe';

const glyphs = proceduralGlyphs();
const spec = presets['memory-trained'].spec;
const features = 32;

function example(name: (typeof trainedNames)[number], of: MemorySpec = spec): Checkpoint {
  const labels = codeSize(codeOf(of));
  const { plain } = readerOf(name).program({ features, labels }, ownIn(name, of));
  const size = Object.values(plain.parameters).reduce((n, p) => n + p.rows * p.columns, 0);
  const theta = Float32Array.from({ length: size }, (_, i) => Math.sin(i));
  const state = { weights: { theta }, moments: {} };
  return checkpointOf(name, of, { features, state }, 'npm run something', glyphs);
}

describe('checkpoints of readers', () => {
  it.each(trainedNames)('of %s can be read again, to half precision', (name) => {
    const { state: before, ...about } = example(name);
    const { state: after, ...read } = parseCheckpoint(
      formatCheckpoint({ ...about, state: before }),
    );
    expect(read).toEqual(about);
    after.weights.theta!.forEach((x, i) => {
      expect(Math.abs(x - before.weights.theta![i]!)).toBeLessThanOrEqual(2 ** -11);
    });
  });

  it('that are damaged are refused with a reason', () => {
    const text = formatCheckpoint(example('mann'));
    const fault = (changed: string): unknown => {
      try {
        return parseCheckpoint(changed);
      } catch (error) {
        return (error as FileError).fault;
      }
    };
    expect(fault('nothing')).toEqual({ code: 'not-json' });
    expect(fault(text.replace('reader 1', 'reader 9'))).toMatchObject({ code: 'other-format' });
    expect(fault(text.replace('"ways": 5', '"ways": 6'))).toMatchObject({ code: 'other-length' });
    expect(fault(text.replace('"ways": 5', '"ways": 500'))).toMatchObject({ code: 'too-much' });
    expect(fault(text.replace('"mann"', '"nobody"'))).toMatchObject({ code: 'bad-field' });
  });

  it('serve settings that leave the network what it is, and no others', () => {
    const mann = example('mann');
    expect(fits(mann, spec)).toBe(true);
    // Weights are of no number of slots, and of no rate.
    expect(fits(mann, { ...spec, mannSlots: 16, mannDecay: 0.5, mannRate: 0.01 })).toBe(true);
    expect(fits(mann, { ...spec, mannHidden: 64 })).toBe(false);
    expect(fits(mann, { ...spec, mannHeads: 1 })).toBe(false);
    // As many weights or not: it was trained on other inputs.
    expect(fits({ ...mann, own: { ...mann.own, input: 'late' } }, spec)).toBe(false);
    expect(fits(example('kv'), { ...spec, kvHeads: 2 })).toBe(false);
  });

  it('with strings serve any number of characters, and nobody with one-hot labels', () => {
    const withStrings = presets['memory-strings'].spec;
    const { state, ...about } = example('kv', withStrings);
    const kv = parseCheckpoint(formatCheckpoint({ ...about, state }));
    expect(kv.labels).toBe('strings');
    expect(fits(kv, withStrings)).toBe(true);
    expect(fits(kv, { ...withStrings, ways: 4 })).toBe(true);
    expect(fits(kv, { ...withStrings, labels: 'onehot' })).toBe(false);
    expect(fits(example('kv'), { ...spec, labels: 'strings' })).toBe(false);
  });

  it('from before there were strings have one-hot labels', () => {
    const { labels: _, ...file } = JSON.parse(formatCheckpoint(example('kv')));
    expect(parseCheckpoint(JSON.stringify(file)).labels).toBe('onehot');
  });
});

it('a training falls to the rates that trained ones go on with', () => {
  const parts = recipeOf('onehot', ['mann'], 1, 1000);
  expect(parts.map(({ until }) => until)).toEqual([600, 850, 1000]);
  expect(parts.map((part) => part.spec.iterations)).toEqual([1000, 1000, 1000]);
  for (const rate of ['mannRate', 'kvRate', 'snailRate', 'lstmRate', 'feedforwardRate'] as const) {
    expect(parts.at(-1)!.spec[rate]).toBeCloseTo(spec[rate], 12);
    expect(parts[0]!.spec[rate]).toBeCloseTo(10 * spec[rate], 12);
  }
});
