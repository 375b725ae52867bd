/** What a figure of the memory lab says besides: how long its readers were trained before the run. */

import type { Stamped } from '../kit/stamped';
import type { State } from './lab';

export const stamped: Stamped<State> = {
  beforehand: ({ origin }) => Object.values(origin).map(({ iterations }) => iterations),
};
