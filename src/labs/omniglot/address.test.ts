import { describe, expect, it } from 'vitest';
import { decodeAddress, encodeAddress } from '../../spec/address';
import { presetOf, withPreset } from '../../spec/preset';
import { workOf } from '../../spec/spec';
import { Pad } from './draw/pad';
import { fields, type OmniglotSpec } from './fields';
import { definitionWith } from './lab';
import { isTrained, methodNames } from './methods/registry';
import { beginningWith, presetNames, presets, withRates } from './presets';
import { recipeOf } from './trained/recipes';

const definition = definitionWith(new Pad());
const decode = (text: string) => decodeAddress(definition, new URLSearchParams(text));
const nameOf = (spec: OmniglotSpec) => presetOf(fields, presets, spec, definition.like);

describe.each(presetNames)('preset %s', (name) => {
  const { spec } = presets[name];

  it('comes back from its address, and is known again', () => {
    const view = {
      episode: 3,
      step: 1,
      judge: 'you',
      first: 'you',
      test: 'lake',
      plane: 'joint',
      lesson: 'compare',
      story: 2,
      place: 2,
      drawings: '3:AQAA',
      walked: 'anil',
      microscope: 'open',
      line: 4,
      focus: 2,
      gear: 'task',
    } as const;
    const text = String(encodeAddress(definition, { spec, view }));
    const { address, problems } = decode(text);
    expect(problems).toEqual([]);
    expect(address).toEqual({ spec, view });
    expect(nameOf(address.spec)).toBe(name);
  });

  it.each(['checkpoint', 'scratch'] as const)('is known again beginning with %s', (begin) => {
    const other = beginningWith(spec, begin);
    const { address } = decode(
      String(encodeAddress(definition, { spec: other, view: definition.viewOf(other) })),
    );
    expect(address.spec).toEqual(other);
    expect(nameOf(other)).toBe(name);
  });

  it('is by the menu what it is by its link, with what is no part of it', () => {
    const elsewhere: OmniglotSpec = {
      ...presets.paper.spec,
      ...{ seed: 7, engine: 'simd', statistics: 'inductive', characters: 'procedural' },
    };
    const { seed, engine, statistics, characters } = elsewhere;
    expect(withPreset(fields, spec, elsewhere)).toEqual({
      ...decode(`preset=${name}`).address.spec,
      ...{ seed, engine, statistics, characters },
    });
  });
});

it('reads a link of before there were Meta-SGD and ANIL', () => {
  const { address, problems } = decode(
    'preset=omniglot-5way-1shot&methods=maml,reptile,pixels&ways=5&shots=1&queries=3&statistics=paper&characters=omniglot&network=convolutional&filters=32&pooling=flatten&tasks=8&trainQueries=1&innerRate=0.4&innerSteps=1&testSteps=3&metaRate=0.0001&decay=linear&jitter=0&reptileShots=10&reptileSteps=5&reptileBatch=10&reptileRate=0.001&reptileOuter=0.1&reptileTestSteps=50&metricWays=60&metricShots=1&metricQueries=4&jointBatch=64&headRate=1&headSteps=30&iterations=60000&begin=checkpoint&seed=4&engine=auto&episode=12',
  );
  expect(problems).toEqual([]);
  expect(address.spec).toEqual({
    ...presets['omniglot-5way-1shot'].spec,
    ...{ methods: ['maml', 'reptile', 'pixels'], seed: 4 },
  });
  expect(address.view.episode).toBe(12);
});

it('is the same preset with methods hidden, other queries and statistics; not with methods added', () => {
  const { spec } = presets.scratch;
  expect(nameOf({ ...spec, methods: ['maml'], queries: 7, statistics: 'inductive' })).toBe(
    'scratch',
  );
  expect(nameOf({ ...spec, methods: ['maml', 'anil'] })).toBe('custom');
  expect(nameOf({ ...spec, jointBatch: 8 })).toBe('custom');
});

it('trains trained methods on gently, and untrained ones at the rates of the papers', () => {
  const trained = presets['omniglot-5way-1shot'].spec;
  expect(trained).toMatchObject({ begin: 'checkpoint', metaRate: 0.0001, reptileOuter: 0.1 });
  const untrained = { begin: 'scratch', metaRate: 0.001, reptileOuter: 1 };
  expect(beginningWith(trained, 'scratch')).toMatchObject(untrained);
  expect(beginningWith(beginningWith(trained, 'scratch'), 'checkpoint')).toEqual(trained);
  for (const method of methodNames.filter(isTrained)) {
    expect(recipeOf(method, 1, null).spec).toMatchObject(untrained);
  }
});

it('brings the rates of a beginning along when that is chosen, and keeps a person’s otherwise', () => {
  const spec: OmniglotSpec = { ...presets.scratch.spec, metaRate: 0.005 };
  expect(definition.adjust!({ ...spec, ways: 7 }, 'ways')).toMatchObject({ metaRate: 0.005 });
  const chosen: OmniglotSpec = { ...spec, begin: 'checkpoint' };
  expect(definition.adjust!(chosen, 'begin')).toEqual(withRates(chosen));
  expect(withRates(chosen).metaRate).toBe(0.0001);
});

it('keeps all steps in sight when there are more, and fewer where a person chose fewer', () => {
  const before = presets.scratch.spec;
  const spec = { ...before, testSteps: 9 };
  const view = definition.viewOf(before);
  expect(definition.fit!(view, spec, before).step).toBe(9);
  expect(definition.fit!({ ...view, step: 1 }, spec, before).step).toBe(1);
});

it('takes the times of engines for those of other work when training changes', () => {
  const work = workOf(fields);
  for (const name of [
    ...(['pooling', 'trainQueries', 'metricShots', 'metricQueries', 'jointBatch'] as const),
    ...(['reptileShots', 'reptileSteps', 'reptileBatch', 'methods', 'filters'] as const),
  ]) {
    expect(work).toContain(name);
  }
  for (const name of ['queries', 'statistics', 'reptileTestSteps', 'metaRate', 'seed'] as const) {
    expect(work).not.toContain(name);
  }
});

it('shows the settings of those that take part', () => {
  const shown = (name: keyof OmniglotSpec, ...methods: OmniglotSpec['methods']) =>
    fields[name].visible?.({ methods }) ?? true;
  expect(shown('metricWays', 'maml')).toBe(false);
  expect(shown('metricWays', 'maml', 'matching')).toBe(true);
  expect(shown('tasks', 'reptile')).toBe(true);
  expect(shown('innerRate', 'prototypical', 'pixels')).toBe(false);
  expect(shown('headSteps', 'joint')).toBe(true);
  expect(shown('anilLayers', 'maml')).toBe(false);
  expect(shown('ways', 'pixels')).toBe(true);
});

it.each([
  ['episode=-1', 'episode'],
  ['episode=1.5', 'episode'],
  ['episode=1000000', 'episode'],
  ['judge=everybody', 'judge'],
  ['plane=maml', 'plane'],
  ['place=100', 'place'],
  ['drawings=3:AQ', 'drawings'],
  ['methods=hal9000', 'methods'],
  ['ways=21', 'ways'],
])('names what is wrong with %s', (text, field) => {
  const { address, problems } = decode(text);
  expect(problems.map((problem) => problem.field)).toEqual([field]);
  const { spec } = presets['omniglot-5way-1shot'];
  expect(address).toEqual({ spec, view: definition.viewOf(spec) });
});
