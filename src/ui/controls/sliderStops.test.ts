import { describe, expect, it } from 'vitest';
import { nearestStop, stopsOf } from './sliderStops';

describe('slider stops', () => {
  it('are even on a linear scale and end at the limits', () => {
    const stops = stopsOf({ kind: 'number', min: 0, max: 0.5, step: 0.1, scale: 'linear' });
    expect(stops).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
    expect(stopsOf({ kind: 'number', min: 1, max: 4, step: 2, scale: 'linear' })).toEqual([
      1, 3, 4,
    ]);
  });

  it('are round numbers on a logarithmic scale', () => {
    const stops = stopsOf({ kind: 'number', min: 0.001, max: 1, step: 0.01, scale: 'log' });
    expect(stops[0]).toBe(0.001);
    expect(stops.at(-1)).toBe(1);
    expect(stops).toContain(0.01);
    expect(stops).toContain(0.3);
  });

  it('miss no small whole number', () => {
    const stops = stopsOf({ kind: 'number', min: 1, max: 100, step: 1, scale: 'log' });
    expect(stops.slice(0, 20)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(stops.every(Number.isInteger)).toBe(true);
    expect(stops.at(-1)).toBe(100);
  });

  it('are found by nearness', () => {
    expect(nearestStop([1, 2, 5], 3.4)).toBe(1);
    expect(nearestStop([1, 2, 5], 99)).toBe(2);
  });
});
