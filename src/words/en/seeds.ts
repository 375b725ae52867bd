/** What is said of a run with several seeds. */

import { message } from '../message';

interface Of {
  readonly name: string;
  readonly average: string;
}

export const seeds = {
  button: 'Seeds 1–5',
  help: 'Trains seeds 1 to 5 from the beginning to the meta-iteration in sight, and shows how far apart they are.',
  training: message<{ place: number; of: number; at: string; until: string }>(
    'seed {place} of {of}, meta-iteration {at} of {until}',
  ),
  evaluating: message<{ place: number; of: number }>('seed {place} of {of}, on held-out tasks'),
  told: message<{ place: number; of: number }>('Seed {place} of {of}'),
  mean: message<{ name: string }>('{name}, mean of 5 seeds'),
  done: 'Seeds 1–5 are in the chart.',
  stop: 'Stop',
  band: message<{ average: string; at: string }>(
    'Band: lowest to highest {average} of seeds 1–5 at meta-iteration {at}; the thin line is their mean.',
  ),
  whiskers: message<{ tasks: string; seed: number }>(
    'Whiskers: 95% interval of the mean over {tasks} tasks, seed {seed}.',
  ),
  tuned:
    'They were trained with the settings of now throughout; the run itself had others on its way.',
  gaps: 'Where most tasks of a seed have run away, there is no band.',
  failed: message<{ why: string }>('No band over seeds: {why}.'),
  columns: {
    mean: message<Of>('{name}, {average}: mean of seeds 1–5'),
    low: message<Of>('{name}, {average}: lowest of seeds 1–5'),
    high: message<Of>('{name}, {average}: highest of seeds 1–5'),
    sd: message<Of>('{name}, {average}: standard deviation over seeds 1–5'),
    seed: message<Of & { seed: number }>('{name}, {average}: seed {seed}'),
  },
};
