/** A memory cell that holds weights: gradient descent, and weight decay, as the two gates of an LSTM. */

import { lossText } from '../labs/regression/adaptation/TaskLoss';
import { lossIn } from '../labs/regression/heldOut/lossIn';
import { digits } from '../words/digits';
import { say, sayPercent } from '../words/format';
import { loadWords } from '../words/words';
import { after, bowl, kept } from './cell/cell';
import { type Drag, type LessonScene, lessonOf } from './lesson';
import { apart, type WaveScene, waves } from './sinusoids';

const settings = 'preset=lstm-quadratic';

/** Of the sentences that are said; in the picture a person chooses their own. */
const RATE = 0.2;
const LEAK = 0.98;
const LARGE_LEAK = 0.9;

/** How much ten steps leave, in per cent. */
const leaves = (forget: number): Drag<unknown> => ({
  kind: 'drag',
  coordinates: 1,
  plot: async () => (await import('./questions/OnALine')).OnALine,
  right: () => [100 * kept(forget)],
});

const cell: LessonScene = {
  name: 'cell',
  address: settings,
  picture: async () => {
    const [{ CellPicture }] = await Promise.all([
      import('./cell/CellPicture'),
      loadWords('pictures'),
    ]);
    return CellPicture;
  },
  question: {
    kind: 'choose',
    options: ['rate', 'swapped', 'shares', 'none'],
    right: () => 'rate',
  },
  seen({ lessons }) {
    return say(lessons.all['memory-cell'].seen.cell, {
      rate: RATE,
      theta: digits(after(bowl, { forget: 1, input: RATE })),
      leak: LEAK,
      short: digits(after(bowl, { forget: LEAK, input: RATE })),
    });
  },
};

const keeps: LessonScene = {
  name: 'keeps',
  address: settings,
  question: leaves(LEAK),
  seen: ({ lessons }) =>
    say(lessons.all['memory-cell'].seen.keeps, { leak: LEAK, share: sayPercent(kept(LEAK)) }),
};

const learned: LessonScene = {
  name: 'learned',
  address: settings,
  picture: async () => {
    const [{ CellFormulas }] = await Promise.all([
      import('./cell/CellFormulas'),
      loadWords('pictures'),
    ]);
    return CellFormulas;
  },
};

const again: LessonScene = {
  name: 'again',
  address: settings,
  again: 'keeps',
  question: leaves(LARGE_LEAK),
  seen: ({ lessons }) =>
    say(lessons.all['memory-cell'].seen.again, {
      leak: LARGE_LEAK,
      share: sayPercent(kept(LARGE_LEAK)),
    }),
};

/** In the regression lab: MAML’s inner loop is a cell with gates that stay as they are. */
const inside: WaveScene = {
  name: 'inside',
  address: `${waves}&voice=maml&step=1`,
  run: apart,
  claim(now) {
    const [start, one] = [lossIn(now, 'maml', 0), lossIn(now, 'maml', 1)];
    return start === null || one === null ? null : one < start / 2;
  },
  seen({ lessons }, now) {
    const [start, one] = [lossIn(now, 'maml', 0), lossIn(now, 'maml', 1)];
    if (start === null || one === null) return null;
    const values = { start: lossText(start), one: lossText(one) };
    const { innerRate: rate } = now.lab.running;
    return say(lessons.all['memory-cell'].seen.inside, { ...values, rate });
  },
};

export const memoryCell = lessonOf(cell, keeps, learned, again, inside);
