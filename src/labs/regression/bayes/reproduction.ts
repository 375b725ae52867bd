/** The best that is possible by numbers of points and noises, for `npm run reproduce`: nothing is trained. */

import { stream } from '../../../math/rng';
import { summarise } from '../../../math/statistics';
import { drawEpisodes, firstOf } from '../../../tasks/task';
import { digits } from '../../../words/digits';
import { say, sayNumber } from '../../../words/format';
import { words } from '../../../words/words';
import type { Measured, ReproduceOptions, Reproduction, Row } from '../../kit/reproduction';
import { presets } from '../presets';
import { testTasks } from '../tasks';
import { bayesOn } from './bayesOn';
import { withoutNoise } from './question';

const NOISES = [0, 0.1, 0.3, 1] as const;
const COUNTS = [1, 2, 3, 5, 10] as const;
const MOST = 10;
const TASKS = 2000;
/** Tasks between two reports of progress. */
const CHUNK = 50;

export function noiseReproduction(): Reproduction {
  const { noise } = words().papers.regression;
  return {
    title: noise.title,
    measures: say(noise.measures, { tasks: sayNumber(TASKS) }),
    remarks: noise.remarks,
    iterations: 0,
    published: [],
    shownSteps: COUNTS,
    // Under that it is a matter of rounding.
    format: (value) => (value < 1e-4 ? '0.0000' : digits(value)),
    column: (count) => say(noise.points, { count }),
    label(method) {
      const [what, of = ''] = method.split(' ');
      return say(what === 'said' ? noise.said : noise.loss, { noise: of });
    },
    run: async (options) => measured(options),
  };
}

function measured({ seed, onProgress }: ReproduceOptions): Measured {
  const rows = NOISES.flatMap((noise, done) =>
    ofNoise(noise, seed, (part) =>
      onProgress({ stage: `noise ${noise}`, done: done + part, total: NOISES.length }),
    ),
  );
  return { iterations: 0, engine: 'double precision', training: [], rows };
}

function ofNoise(noise: number, seed: number, told: (part: number) => void): Row[] {
  const spec = { ...presets['sinusoid-10shot'].spec, noise };
  const { family, sampling } = testTasks(spec);
  const found = COUNTS.map(() => ({ loss: [] as number[], said: [] as number[] }));
  for (let done = 0; done < TASKS; done += CHUNK) {
    const count = { tasks: CHUNK, support: MOST, query: spec.queries };
    const drawn = drawEpisodes(family, sampling, count, stream(seed, 'numbers of points', done));
    const query = withoutNoise(drawn.query, drawn.tasks);
    for (const [i, points] of COUNTS.entries()) {
      for (const { loss, said } of bayesOn(spec, firstOf(drawn.support, points), query)) {
        found[i]!.loss.push(loss);
        found[i]!.said.push(said);
      }
    }
    told((done + CHUNK) / TASKS);
  }
  return (['loss', 'said'] as const).flatMap((what) =>
    found.map((by, i) => {
      const { mean, median, ci95 } = summarise(by[what]);
      const method = `${what} ${noise}`;
      return { ...{ method, steps: COUNTS[i]!, mean, median, ci95 }, tasks: TASKS, ranAway: 0 };
    }),
  );
}
