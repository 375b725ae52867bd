import { afterAll, beforeAll } from 'vitest';
import type { Engine } from '../../compute/engine';
import { startEngine } from '../../compute/engines';
import {
  describeDescent,
  describeLearnedRule,
  describeRule,
} from '../../contenders/rules/contract';
import { holdWeights } from '../../contenders/state';
import { stream } from '../../math/rng';
import { ownOf } from '../kit/ownFields';
import { courseOf, familyOf } from './families';
import { networkOf } from './fields';
import { presets } from './presets';
import {
  type TrainedName,
  trained,
  trainedNames,
  tuned,
  tunedNames,
  untuned,
  untunedNames,
} from './racers';

const spec = { ...presets.paper.spec, hidden: [5, 4], dimension: 3 };
const network = networkOf(spec);
const family = familyOf('gaussian', 3);

let engine: Engine;
beforeAll(async () => {
  ({ engine } = await startEngine(['simd']));
});
afterAll(() => engine.dispose());

const course = () => courseOf(engine, family, family.draw(1, 'test problems', 0, 4));
const ownSettings = (name: TrainedName) => ownOf(name, trained[name], spec);

for (const name of tunedNames) {
  describeRule(name, async () => ({ rule: tuned[name], given: 0.01, course: course() }));
}

for (const name of untunedNames) {
  describeDescent(name, async () => ({ rule: untuned[name], course: course() }));
}

for (const name of trainedNames) {
  const rule = trained[name];
  describeRule(name, async () => {
    const { weights } = rule.begin(network, stream(1, 'init'), ownSettings(name));
    const optimizer = engine.compileCoordinatewise(network);
    return {
      rule,
      given: { optimizer, weights: holdWeights(engine, weights).weights },
      course: course(),
    };
  });
  describeLearnedRule(name, async () => ({
    rule,
    network,
    own: ownSettings(name),
    course: course(),
    settings: { steps: 4, objective: 'sum', secondOrder: false, rate: 0.01, clip: 1 },
  }));
}
