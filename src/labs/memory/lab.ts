/** The memory lab on the page: what it is made of, and what a person can do to it. Knows no React. */

import { slim } from '../../contenders/state';
import { decodeAddress } from '../../spec/address';
import { type Problem, quote } from '../../spec/spec';
import type { LabDefinition, LabState } from '../kit/definition';
import { Lab } from '../kit/lab';
import { shutMicroscope } from '../kit/microscope/view';
import type { Sight } from '../kit/questions';
import { type Course, courseText, isPlain } from './course';
import { drawnOf, drawnText, withOwn, withoutOwn } from './drawnText';
import { editsOf, editsText, withTold } from './editsText';
import { fields, type MemorySpec, streamAfter, testWays, view } from './fields';
import { isTrained, type ReaderName, readerNames } from './methods';
import type { TraceQuestion } from './microscope/recorded';
import { defaultPreset, like, type PresetName, presets, withRates } from './presets';
import type {
  AboutStream,
  Edit,
  MemoryQuestions,
  MemorySnapshot,
  OwnDrawing,
  StreamKind,
  StreamQuestion,
} from './questions';
import type { Origin } from './trained/beginning';

export type State = LabState<typeof fields, typeof view, MemoryQuestions, Origin>;
type Definition = LabDefinition<
  typeof fields,
  typeof view,
  PresetName,
  MemorySnapshot,
  MemoryQuestions,
  Origin
>;

/** Milliseconds between two looks at the stream, and between two measurements, while training. */
const LOOK_INTERVAL = 1500;
const MEASURE_INTERVAL = 8000;
/** Held-out streams over which accuracy is measured, and while training. */
export const STREAMS = 1000;
const STREAMS_WHILE_TRAINING = 64;

/** The drawing that the page opens with: late enough that characters have come back. */
const FIRST_STEP = 13;

/** Those that take part in the run and are not hidden. */
export const shownReaders = ({ spec, running }: Pick<State, 'spec' | 'running'>) =>
  spec.readers.filter((name) => running.readers.includes(name));

/** Whose inside is in sight: the one that was chosen, if it takes part. */
export function readerOf(state: Pick<State, 'spec' | 'running' | 'view'>): ReaderName | undefined {
  const shown = shownReaders(state);
  return shown.includes(state.view.reader) ? state.view.reader : shown[0];
}

/** Whether a person answers: one-hot labels alone, as five letters for each drawing would be a test of typing. */
export const isAnswering = ({ running, view }: Pick<State, 'running' | 'view'>): boolean =>
  view.you === 'on' && running.labels === 'onehot';

/** Whose training is walked through: the one whose inside is in sight, or else the first that is trained; with strings nobody's. */
export function walkedOf(state: Pick<State, 'spec' | 'running' | 'view'>): ReaderName | undefined {
  if (state.running.labels === 'strings') return undefined;
  const front = readerOf(state);
  if (front !== undefined && isTrained(front)) return front;
  return shownReaders(state).find(isTrained);
}

/** It is of the next meta-iteration: one that is looked back to has none, and in training it would be over. */
function traceOf({ state, at, training }: Sight<State, MemorySnapshot>): TraceQuestion | null {
  const reader = at === 'now' && !training ? walkedOf(state) : undefined;
  return reader === undefined ? null : { reader, stream: state.view.focus };
}

/** Whether streams that are shown have this place, and this label by its number. */
const has = (spec: MemorySpec, at: number, label: number): boolean =>
  at < spec.testLength && label < testWays(spec);

/** Labels that are told wrongly, of those that streams of this kind have: to a person who answers, none. */
export const toldWrongly = (state: Pick<State, 'running' | 'view'>): readonly Edit[] => {
  const { running, view } = state;
  return isAnswering(state)
    ? []
    : (editsOf(view.edits) ?? []).filter(({ at, told }) => has(running, at, told));
};

/** What a person drew into the stream in sight, of what streams of this kind can have: to who answers, nothing. */
export const drawnIn = (state: Pick<State, 'running' | 'view'>): readonly OwnDrawing[] => {
  const { running, view } = state;
  return isAnswering(state)
    ? []
    : (drawnOf(view.drawn) ?? []).filter(({ at, label }) => has(running, at, label));
};

/** What is read before the stream in sight, and where its labels move. Nobody's memory of streams before is a person's. */
export const courseOf = (state: Pick<State, 'running' | 'view'>): Course => {
  const { running, view } = state;
  return {
    before: isAnswering(state) ? 0 : view.before,
    beforeOf: view.beforeOf,
    shuffle: view.shuffle < running.testLength ? view.shuffle : 0,
  };
};

/** Streams as they are trained on, where those that are tested have more characters or drawings; else null. */
export function besideOf(state: Pick<State, 'running' | 'view'>): StreamKind | null {
  const { ways, beyond, length, testLength } = state.running;
  const isPast = beyond > 0 || testLength > length;
  return isPast && isPlain(courseOf(state)) ? { characters: ways, length } : null;
}

/** Whether an answer is read as the view says. */
const isOfCourse = ({ course }: { readonly course: Course }, state: State): boolean =>
  courseText(course) === courseText(courseOf(state));

/** The drawing in sight, of those that a stream has. */
export const stepOf = ({ running, view: { step } }: Pick<State, 'running' | 'view'>): number =>
  Math.min(step, running.testLength - 1);

/** Whether an answer is about the stream in sight, and the labels that are told in it. */
export const isInSight = (
  answer: Omit<AboutStream, 'iteration' | keyof StreamKind>,
  state: State,
): boolean =>
  answer.stream === state.view.stream &&
  editsText(answer.edits) === editsText(toldWrongly(state)) &&
  drawnText(answer.drawn) === drawnText(drawnIn(state)) &&
  isOfCourse(answer, state);

/** Questions about the stream in sight. */
const ofStream = ['stream', 'lines'] as const;

/** What is asked of it. */
const streamAsked = (state: State, at: StreamQuestion['at']): StreamQuestion => ({
  at,
  stream: state.view.stream,
  characters: testWays(state.running),
  length: state.running.testLength,
  edits: toldWrongly(state),
  drawn: drawnIn(state),
  course: courseOf(state),
});

export const definition: Definition = {
  name: 'memory',
  fields,
  view,
  presets,
  defaultPreset,
  viewOf: ({ readers, testLength }) => ({
    stream: 0,
    step: Math.min(FIRST_STEP, testLength - 1),
    reader: readers[0] ?? readerNames[0],
    ...shutMicroscope,
    lines: 'shut',
    edits: '',
    drawn: '',
    before: 0,
    beforeOf: 'others',
    shuffle: 0,
    you: 'off',
    lesson: 'none',
    story: 0,
  }),
  origin: {},
  like,
  adjust: (spec, name) => (name === 'begin' ? withRates(spec) : spec),
  beginning: (spec) =>
    spec.begin === 'checkpoint'
      ? import('./trained/beginning').then(({ trainedFor }) => trainedFor(spec))
      : null,
  fit: (seen, spec) => ({ ...seen, step: Math.min(seen.step, spec.testLength - 1) }),
  slim: ({ iteration, contenders }) => ({
    iteration,
    contenders: Object.fromEntries(
      Object.entries(contenders).map(([name, saved]) => [
        name,
        // The last sound ones are those that stand there.
        { ...slim(saved), good: {}, diverged: saved.diverged },
      ]),
    ),
  }),
  asks: {
    stream: {
      urgent: true,
      every: LOOK_INTERVAL,
      ask: ({ state, at }) => streamAsked(state, at),
      fits: isInSight,
      holds: () => true,
      keepsOne: true,
    },
    lines: {
      urgent: true,
      every: LOOK_INTERVAL,
      ask: ({ state, at }) => (state.view.lines === 'open' ? streamAsked(state, at) : null),
      fits: isInSight,
      holds: () => true,
      keepsOne: true,
    },
    instances: {
      every: MEASURE_INTERVAL,
      yields: true,
      ask: ({ state, at, training }) => ({
        at,
        characters: testWays(state.running),
        length: state.running.testLength,
        streams: training ? STREAMS_WHILE_TRAINING : STREAMS,
        course: courseOf(state),
        beside: training ? null : besideOf(state),
      }),
      fits: isOfCourse,
      isWhole: ({ done, streams }) => done >= streams,
      holds: ({ done, streams }) => done >= streams && streams === STREAMS,
    },
    streams: {
      // Who takes the run to Python asks for them.
      ask: () => null,
      foresee: ({ state }) => ({
        characters: state.running.ways,
        length: state.running.testLength,
        streams: STREAMS,
      }),
      fits: ({ characters, length }, { running }) =>
        characters === running.ways && length === running.testLength,
    },
    trace: {
      urgent: true,
      ask: (sight) => (sight.state.view.microscope === 'open' ? traceOf(sight) : null),
      foresee: traceOf,
      fits: ({ reader, stream }, state) =>
        reader === walkedOf(state) && stream === state.view.focus,
      holds: () => true,
      keepsOne: true,
    },
  },
};

/** An address without what its view tells or draws of labels and places that its streams do not have, which is told. */
export function readMemory(params: URLSearchParams) {
  const { address, problems } = decodeAddress(definition, params);
  const { spec, view } = address;
  const edits = editsOf(view.edits) ?? [];
  const drawn = drawnOf(view.drawn) ?? [];
  const [told, own] = [
    edits.filter((edit) => has(spec, edit.at, edit.told)),
    drawn.filter(({ at, label }) => has(spec, at, label)),
  ];
  const left = [
    { field: 'edits', items: edits.filter((edit) => !told.includes(edit)), text: editsText },
    { field: 'drawn', items: drawn.filter((one) => !own.includes(one)), text: drawnText },
  ] as const;
  return {
    address: { spec, view: { ...view, edits: editsText(told), drawn: drawnText(own) } },
    problems: [
      ...problems,
      ...left.flatMap(({ field, items, text }): Problem[] =>
        items.length === 0 ? [] : [{ code: 'items', field, value: quote(text(items as never)) }],
      ),
    ],
  };
}

/** The lab of an address, what of it cannot be used, and what a person does with the stream. */
export function openMemory(params: URLSearchParams, createWorker: () => Worker, aside?: string) {
  const { address, problems } = readMemory(params);
  const lab = new Lab(definition, address, createWorker, aside);
  // What says that it was trained beforehand must not stand beside who begins untrained.
  lab.run.store.subscribe(({ remarks }) => {
    const isOf = Object.keys(now().origin).length > 0;
    if (isOf && remarks.some(({ code }) => code === 'begun-untrained')) {
      lab.store.setState({ origin: {} });
    }
  });
  const now = () => lab.store.getState();
  const stream = {
    /** Another held-out stream, from its beginning; nothing is told wrongly in it, and nothing drawn. */
    another(): void {
      lab.see(
        { stream: streamAfter(now().view.stream), step: 0, edits: '', drawn: '' },
        ...ofStream,
      );
    },
    /** Tells another label of a drawing than the right one; or the right one again. */
    tell(edit: Edit, right: number): void {
      const edits = withTold(toldWrongly(now()), edit, right);
      lab.see({ edits: editsText(edits) }, ...ofStream);
    },
    /** Puts a drawing in the place of the stream's. @returns whether there was room for it */
    draw(own: OwnDrawing): boolean {
      const drawn = withOwn(drawnIn(now()), own);
      if (drawn !== null) lab.see({ drawn }, ...ofStream);
      return drawn !== null;
    },
    /** Puts the stream's own drawing back. */
    undraw(at: number): void {
      lab.see({ drawn: drawnText(withoutOwn(drawnIn(now()), at)) }, ...ofStream);
    },
    /** Reads the stream on another course. */
    take(course: Partial<Course>): void {
      lab.see(course, ...ofStream, 'instances');
    },
    /** A person goes first, on a stream that they have not seen. @param isNew whether it is one */
    youFirst(isNew: (stream: number) => boolean): void {
      let next = streamAfter(now().view.stream);
      while (!isNew(next)) next = streamAfter(next);
      lab.see({ stream: next, step: 0, edits: '', drawn: '', you: 'on' }, ...ofStream, 'instances');
    },
    /** Tells the right labels everywhere. */
    takeBack(): void {
      lab.see({ edits: '' }, ...ofStream);
    },
  };
  return { lab: Object.assign(lab, stream), problems };
}
export type MemoryLab = ReturnType<typeof openMemory>['lab'];
