/** The nearest support drawing, pixel by pixel, as if pixels were an embedding. It learns nothing. */

import { PIXELS } from '../../../tasks/glyphs/glyphs';
import { compared } from './embedder';
import type { Method } from './method';
import { tasksOf } from './points';
import type { PublishedAccuracy } from './published';

export const pixels = (published: readonly PublishedAccuracy[]): Method => ({
  fields: {},
  reads: [],
  formula: String.raw`\hat y = y_{i^*},\quad i^*=\operatorname*{arg\,max}_i\,\cos(x, x_i)`,
  statistics: null,
  sure: false,
  embeds: null,
  published,
  training: null,
  initial: () => null,
  steps: () => 0,
  async classify({ tasks }) {
    const { support, query } = tasks;
    const parts = Array.from({ length: support.tasks }, (_, t) => ({
      support: tasksOf(support, t).inputs,
      query: tasksOf(query, t).inputs,
    }));
    return { steps: [compared('nearest', { width: PIXELS, tasks: parts }, tasks)], embedded: null };
  },
});
