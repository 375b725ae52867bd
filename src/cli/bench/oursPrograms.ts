/** Gradients of programs on our engines, through the very function that labs train with. */

import type { BatchData, Engine, Loss } from '../../compute/engine';
import { gradientOfAll } from '../../contenders/starts/joint';
import { drained } from '../../contenders/steps';
import type { Program } from '../../networks/program';
import { joined } from '../../tasks/task';
import { type AttentionSetWorkload, attentionSetInputs, attentionSetProgram } from './attentionSet';
import type { Step } from './contender';
import { type MannEpisodeWorkload, mannEpisodeInputs, mannEpisodeProgram } from './mannEpisode';
import { readRows } from './readRows';
import { type SequenceWorkload, sequenceInputs, sequenceProgram } from './sequence';

export async function prepareOursSequence(
  engine: Engine,
  workload: SequenceWorkload,
): Promise<Step> {
  const { parameters, x, y } = sequenceInputs(workload);
  const points = workload.steps * workload.sequences;
  const data = { tasks: 1, points, inputs: x, targets: y };
  return gradientStep(engine, sequenceProgram(workload), 'cross-entropy', parameters, data);
}

export async function prepareOursAttentionSet(
  engine: Engine,
  workload: AttentionSetWorkload,
): Promise<Step> {
  const { tasks, ways, shots, queries } = workload;
  const { parameters, supportX, supportY, queryX, queryY } = attentionSetInputs(workload);
  const support = ways * shots;
  const data = joined(
    { tasks, points: support, inputs: supportX, targets: supportY },
    { tasks, points: ways * queries, inputs: queryX, targets: queryY },
  );
  const loss: Loss = { name: 'prototypical', support, ways };
  return gradientStep(engine, attentionSetProgram(workload), loss, parameters, data);
}

export async function prepareOursMannEpisode(
  engine: Engine,
  workload: MannEpisodeWorkload,
): Promise<Step> {
  const { tasks, steps: points } = workload;
  const { parameters, x, y } = mannEpisodeInputs(workload);
  const data = { tasks, points, inputs: x, targets: y };
  return gradientStep(engine, mannEpisodeProgram(workload), 'cross-entropy', parameters, data);
}

function gradientStep(
  engine: Engine,
  program: Program,
  loss: Loss,
  parameters: Float32Array,
  data: BatchData,
): Step {
  const learner = engine.compileProgram(program, loss);
  const theta = engine.rows(parameters, 1);
  const batch = learner.batch(data);
  return readRows(engine, () => drained(gradientOfAll({ engine, learner }, theta, batch)));
}
