/** What of a lab's view is the microscope's: it is worth a link. */

import { choice, integer, type SpecOf } from '../../../spec/field';

export const gearNames = ['line', 'task', 'iteration', 'full'] as const;
export type Gear = (typeof gearNames)[number];

/** Beyond every record: its last line. */
export const END = 9999;
/** Of tasks in focus. */
const MOST_TASKS = 1000;

/** What of a lab's view is the microscope's. */
export const microscopeView = {
  /** Whether the next meta-iteration is walked through, the line in sight (0 before the first), and the task in focus. */
  microscope: choice(['shut', 'open']),
  line: integer({ min: 0, max: END }),
  focus: integer({ min: 0, max: MOST_TASKS - 1 }),
  gear: choice(gearNames),
};
export type MicroscopeView = SpecOf<typeof microscopeView>;
export const shutMicroscope: MicroscopeView = {
  ...{ microscope: 'shut', line: 0, focus: 0, gear: 'line' },
};
