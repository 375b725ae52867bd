/** Settings that every lab has, whose words are the frame's, and what every view has. */

import { engineNames } from '../../compute/engine';
import { choice, integer, seed } from '../../spec/field';
import { lessonNames } from './story/lessonNames';

export const commonFields = {
  seed: seed({ work: false, preset: 'keeps' }),
  engine: choice(['auto', ...engineNames], { work: false, preset: 'keeps' }),
};

/** Of labs whose contenders can be shared out over workers. */
export const sharedOutFields = {
  workers: choice(['auto', '1', '2', '3', '4', '5', '6', '7', '8'], {
    ...{ live: 'looking', work: false, preset: 'keeps' },
  }),
};

/** What every lab's view has. */
export const commonView = {
  /** The lesson that is taught here, if one is: else the story of the lab is told. */
  lesson: choice(['none', ...lessonNames]),
  /** Its scene in sight, from 1; 0 outside of it. */
  story: integer({ min: 0, max: 9 }),
};
