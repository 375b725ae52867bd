/** The run that several lessons look at: three ways to begin on the same waves. Who comes from one to the other trains once. */

import type { Sight } from '../labs/kit/story/story';
import type { RegressionLab, State } from '../labs/regression/lab';
import type { LessonScene, Run } from './lesson';

export type WaveScene = LessonScene<RegressionLab, State>;
/** What such a scene sees, and what it may claim of that. */
export type WaveSight = Sight<State>;
export type WaveClaim = (now: WaveSight) => boolean | null;

export const waves = 'preset=sinusoid-10shot&contenders=maml,joint,random';
/** Far enough for MAML and joint pre-training to have parted on every seed that was tried. */
export const apart: Run = { until: 5000, seconds: 60 };

/** Gradient steps at which curves are drawn: the first ones tell most. */
export const stops = [0, 1, 2, 3, 4, 5] as const;

/** A curve of losses at the stops. */
export const atStops = (curve: Float64Array | null): number[] | null =>
  curve === null ? null : stops.map((k) => curve[Math.min(k, curve.length - 1)]!);
