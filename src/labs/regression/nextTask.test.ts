import { describe, expect, it } from 'vitest';
import { taskInSight } from './lab';
import { nextTask } from './nextTask';
import { presetNames, presets } from './presets';

describe('the next task', () => {
  it.each(presetNames)('is another one that there is something to adapt to, in %s', (name) => {
    const { spec } = presets[name];
    let shown = 2;
    for (let i = 0; i < 8; i++) {
      const next = nextTask(spec, shown);
      expect(next).toBeGreaterThan(shown);
      shown = next;
    }
  });

  it('has a wave that is no small one', () => {
    const { spec } = presets['sinusoid-10shot'];
    let shown = 2;
    for (let i = 0; i < 8; i++) {
      shown = nextTask(spec, shown);
      const { amplitude } = taskInSight(spec, { shown }).task.parameters;
      expect(amplitude!).toBeGreaterThan(1.5);
    }
  });

  it('begins again after the last, and is the next one where all are alike', () => {
    const { spec } = presets['sinusoid-10shot'];
    expect(nextTask(spec, 999_999_999)).toBeLessThan(60);
    const alike = { ...spec, testAmplitude: [2, 2] as const, testPhase: [0, 0] as const };
    expect(nextTask(alike, 7)).toBe(8);
  });
});
