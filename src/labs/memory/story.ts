/** The story of the memory lab: what a stream asks, how that is learned, and what is kept. */

import { say, sayNumber, sayPercent } from '../../words/format';
import type { Sight, Story } from '../kit/story/story';
import { testWays } from './fields';
import {
  isInSight,
  type MemoryLab,
  readerOf,
  type State,
  shownReaders,
  stepOf,
  toldWrongly,
} from './lab';
import { nameIn } from './labelling';
import { lastSeen, saidAt } from './said';

/** Meta-iterations after which attention has left its plateau. */
const LEARNED = 200;
/** Where the story begins: the first characters have been there. */
const EARLY = 5;

/** The stream in sight; null while it is on its way. */
const streamOf = ({ lab }: Sight<State>) => {
  const { stream } = lab.answers;
  return stream !== null && isInSight(stream, lab) ? stream : null;
};

export const story: Story<MemoryLab, State> = [
  {
    name: 'guess',
    part: 'steps',
    begin: (lab) => lab.see({ step: EARLY, you: 'off' }),
    act: (lab) => lab.see({ step: stepOf(lab.store.getState()) + 1 }),
    done: (now, then) => stepOf(now.lab) > stepOf(then.lab),
    seen(words, now) {
      const stream = streamOf(now);
      const name = readerOf(now.lab);
      const step = stepOf(now.lab);
      const drawing = stream?.shown[step];
      if (stream === null || drawing === undefined || name === undefined) return null;
      const ago = lastSeen(stream.shown, step);
      const { memory } = words.stories;
      if (ago === null) return say(memory.first, { at: step + 1 });
      const reading = stream.readings[name];
      const said = reading === undefined ? null : saidAt(reading, stream, step);
      if (said === null) return null;
      return say(memory.again, {
        at: step + 1,
        ago,
        label: nameIn(stream, stream.shown[step - ago]!.told),
        name: words.contenders[name].label,
        said: said.text,
      });
    },
  },
  {
    name: 'train',
    part: 'train',
    begin: (lab) => lab.see({ reader: 'kv' }),
    act: (lab) => lab.train(),
    done: (now) => now.iteration >= LEARNED,
    seen(words, now) {
      const { instances } = now.lab.answers;
      const name = readerOf(now.lab);
      const mean = name === undefined ? undefined : instances?.byInstance[name]?.mean;
      if (name === undefined || instances === null || mean === undefined) return null;
      return say(words.stories.memory.learned, {
        at: sayNumber(instances.iteration),
        name: words.contenders[name].label,
        first: sayPercent(mean[0]!),
        second: sayPercent(mean[1]!),
        streams: sayNumber(instances.done),
      });
    },
  },
  {
    name: 'wrong',
    part: 'told',
    act(lab) {
      const state = lab.store.getState();
      const drawing = state.answers.stream?.shown[stepOf(state)];
      if (drawing === undefined) return;
      const told = (drawing.label + 1) % testWays(state.running);
      lab.tell({ at: stepOf(state), told }, drawing.label);
    },
    done: (now, then) => toldWrongly(now.lab).length > toldWrongly(then.lab).length,
    seen(words, now) {
      const stream = streamOf(now);
      const edit = toldWrongly(now.lab).at(-1);
      const drawing = edit === undefined ? undefined : stream?.shown[edit.at];
      if (edit === undefined || drawing === undefined) return null;
      return say(words.stories.memory.wrongly, {
        at: edit.at + 1,
        told: nameIn(stream!, edit.told),
        label: nameIn(stream!, drawing.label),
      });
    },
  },
  {
    name: 'others',
    part: 'compare',
    act(lab) {
      const now = lab.store.getState();
      const shown = shownReaders(now);
      const place = shown.indexOf(readerOf(now)!);
      lab.see({ reader: shown[(place + 1) % shown.length]! });
    },
    done: (now, then) => readerOf(now.lab) !== readerOf(then.lab),
    seen(words, now) {
      const name = readerOf(now.lab);
      const reading = name === undefined ? undefined : streamOf(now)?.readings[name];
      if (name === undefined || reading === undefined) return null;
      return say(words.stories.memory.kept, {
        name: words.contenders[name].label,
        kind: reading.inside?.kind ?? 'nothing',
      });
    },
  },
];
