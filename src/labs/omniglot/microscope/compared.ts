/**
 * How an episode is compared: by the code that classifies, from the embeddings that training makes of the same drawings,
 * normalised together as the learner's loss has them.
 */

import {
  type Comparison,
  compareEmbedded,
  scoring,
} from '../../../contenders/embeddings/comparison';
import type { State } from '../../../contenders/state';
import { principalPlane } from '../../../math/principal';
import { undisturbed } from '../../../session/turn';
import { PIXELS } from '../../../tasks/glyphs/glyphs';
import { labelsOf, pointsBetween, waysOf } from '../methods/points';
import { methodOf } from '../methods/registry';
import { taskByTask } from '../methods/workplace';
import type { Looked } from './looked';
import type { Compared, Recorded } from './recorded';

/** @param task the query drawing in focus; beyond the last, the last */
export async function comparedIn(
  { made, name, place, spec }: Looked,
  state: State,
  task: number,
): Promise<Pick<Recorded, 'drawings' | 'compared' | 'task' | 'tasks'>> {
  const how: Comparison & Compared['how'] =
    methodOf(name).embeds === 'prototypes' ? 'prototypes' : 'cosines';
  const { support, query } = made.source.tasks;
  const ways = waysOf(support);
  const focus = Math.min(task, query.points - 1);
  const { embedded: all } = await methodOf(name).classify({
    ...{ place, spec, own: made.own, state, tasks: { support, query } },
    ...({ statistics: 'transductive', every: false, turn: undisturbed } as const),
  });
  const { width, tasks } = taskByTask(all!, support.points, {
    tasks: 1,
    points: support.points + query.points,
  });
  const labels = labelsOf(support, ways);
  const asked = labelsOf(query, ways);
  const embedded = { ...tasks[0]!, width, labels, ways };
  const probabilities = compareEmbedded(how, embedded);
  const of = (q: number) => probabilities.subarray(q * ways, (q + 1) * ways);
  const lossOf = (q: number) => -Math.log(Math.max(Number.MIN_VALUE, of(q)[asked[q]!]!));
  const right = asked.filter((way, q) => of(q)[way] === Math.max(...of(q))).length;
  const losses = asked.map((_, q) => lossOf(q));
  const scores = scoring(
    how,
    embedded,
  )(embedded.query.subarray(focus * width, (focus + 1) * width));
  return {
    ...{ task: focus, tasks: query.points },
    drawings: {
      ways,
      ...{ support: support.inputs.slice(), supportLabels: labels },
      query: query.inputs.slice(focus * PIXELS, (focus + 1) * PIXELS),
      queryLabels: labelsOf(pointsBetween(query, focus, focus + 1), ways),
    },
    compared: {
      ...{ how, width, scores: Float32Array.from(scores), loss: lossOf(focus) },
      plane: principalPlane(all!, width),
      probabilities: of(focus).slice(),
      ...{ queries: query.points, right },
      mean: losses.reduce((sum, loss) => sum + loss, 0) / losses.length,
    },
  };
}
