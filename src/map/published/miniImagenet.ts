/** 5-way mini-ImageNet as table 1 of Finn et al. 2017 (arXiv 1703.03400) has it: per cent, with 95% intervals. */

import type { Figure } from './figure';

const published = (mean: number, ci95: number) =>
  ({ kind: 'published', mean, ci95 }) as const satisfies Figure;

/** 1-shot, 5-shot. */
export const miniImagenet = {
  finetune: [published(28.86, 0.54), published(49.79, 0.79)],
  neighbour: [published(41.08, 0.7), published(51.04, 0.65)],
  matching: [published(43.56, 0.84), published(55.31, 0.73)],
  lstm: [published(43.44, 0.77), published(60.6, 0.71)],
  fomaml: [published(48.07, 1.75), published(63.15, 0.91)],
  maml: [published(48.7, 1.84), published(63.11, 0.92)],
} as const satisfies Readonly<Record<string, readonly [oneShot: Figure, fiveShot: Figure]>>;

export type MiniImagenetRow = keyof typeof miniImagenet;
export const miniImagenetRows = Object.keys(miniImagenet) as MiniImagenetRow[];
