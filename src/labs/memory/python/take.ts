/** The memory lab in sight, for Python. */

import { codeSize } from '../../../tasks/labels';
import { perSpec } from '../../kit/perSpec';
import type { TakeOf } from '../../kit/python/take';
import { isPlain } from '../course';
import { type MemoryLab, STREAMS, type State } from '../lab';
import { codeOf } from '../labelling';
import type { StreamsAnswer } from '../questions';
import { stamped } from '../stamped';
import { recipeOf, scriptedIn } from './generate';
import { streamTensors, tensorsOf } from './weights';

/** The state changes all along in training, the settings do not. */
const recipes = perSpec(recipeOf);

export const takeOf: TakeOf = (any) => {
  const lab = any as unknown as MemoryLab;
  const state = lab.store.getState();
  const { running, answers } = state;
  const { instances } = answers;
  const scripted = scriptedIn(running);
  const isWhole = instances !== null && instances.done === STREAMS && isPlain(instances.course);
  return {
    name: 'memory',
    judgesOnly: true,
    recipe: scripted.length > 0 ? recipes(running) : null,
    leftOut: [],
    without:
      running.labels === 'strings'
        ? []
        : running.readers.filter((name) => !scripted.some((one) => one === name)),
    ...(running.labels === 'strings' && { unscripted: ({ python }) => python.oneHotAlone }),
    figures: isWhole
      ? scripted.flatMap((method) => {
          const found = instances.byInstance[method];
          return (found?.mean ?? []).map((mean, i) => ({
            ...{ method, steps: i + 1, mean: 100 * mean },
            ...{ ci95: 100 * found!.ci95[i]!, median: 100 * found!.median[i]! },
          }));
        })
      : [],
    iteration: isWhole ? instances.iteration : null,
    beforehand: stamped.beforehand!(state),
    async weights() {
      const snapshot = lab.snapshot();
      if (snapshot === null) return null;
      const streams = await streamsOf(lab);
      const shape = { features: streams.width, labels: codeSize(codeOf(running)) };
      return { ...tensorsOf(snapshot, running, shape), ...streamTensors(streams) };
    },
  };
};

/** Of the streams that the page judges by; the worker alone knows how their drawings are read. */
function streamsOf(lab: MemoryLab): Promise<StreamsAnswer> {
  const found = ({ answers: { streams }, running }: State): StreamsAnswer | null =>
    streams?.characters === running.ways && streams.length === running.testLength ? streams : null;
  const known = found(lab.store.getState());
  if (known !== null) return Promise.resolve(known);
  return new Promise((resolve) => {
    const end = lab.store.subscribe((state) => {
      const streams = found(state);
      if (streams === null) return;
      end();
      resolve(streams);
    });
    lab.foresee('streams');
  });
}
