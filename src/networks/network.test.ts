import { describe, expect, it } from 'vitest';
import { stream } from '../math/rng';
import { initialise } from './initialisers';
import { mlp, outputCount, parameterCount, parameterShapes } from './network';

const finn = mlp(1, [40, 40], 1, 'relu');

describe('network descriptions', () => {
  it('count the parameters of the sinusoid network', () => {
    expect(parameterCount(finn)).toBe(1761);
    expect(outputCount(finn)).toBe(1);
  });

  it('lay parameters side by side without gaps', () => {
    let offset = 0;
    for (const shape of parameterShapes(mlp(3, [5, 7, 2], 4, 'tanh')).flat()) {
      expect(shape.offset).toBe(offset);
      offset += shape.rows * shape.columns;
    }
    expect(offset).toBe(parameterCount(mlp(3, [5, 7, 2], 4, 'tanh')));
  });
});

describe('initialisers', () => {
  it('repeat for a seed', () => {
    const draw = () => initialise(finn, 'fan-in-uniform', stream(3, 'init'));
    expect(draw()).toEqual(draw());
  });

  it('follow their definitions', () => {
    const truncated = initialise(finn, 'truncated-normal', stream(1, 'init'));
    expect(Math.max(...truncated.map(Math.abs))).toBeLessThanOrEqual(0.02);
    expect(truncated.slice(40, 80)).toEqual(new Float32Array(40));

    const uniform = initialise(finn, 'fan-in-uniform', stream(1, 'init')).slice(80, 1680);
    expect(Math.max(...uniform.map(Math.abs))).toBeLessThanOrEqual(1 / Math.sqrt(40));
    expect(Math.max(...uniform.map(Math.abs))).toBeGreaterThan(0.9 / Math.sqrt(40));

    const he = initialise(finn, 'he-normal', stream(1, 'init')).slice(80, 1680);
    const variance = he.reduce((sum, v) => sum + v * v, 0) / he.length;
    expect(variance / ((2 / 40) * 0.8796 ** 2)).toBeCloseTo(1, 0);
  });
});
