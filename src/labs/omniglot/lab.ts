/** The Omniglot lab on the page: what it is made of, and what a person can do to it. Knows no React. */

import { slim } from '../../contenders/state';
import { notify } from '../../session/notices';
import { type AddressForm, decodeAddress } from '../../spec/address';
import { say } from '../../words/format';
import type { LabDefinition, LabState } from '../kit/definition';
import { Lab } from '../kit/lab';
import { shutMicroscope } from '../kit/microscope/view';
import type { Sight } from '../kit/questions';
import { drawingsOf, textOfDrawings } from './draw/drawingsText';
import { Pad } from './draw/pad';
import { embeddingNames, fields, judgeNames, MOST_TEXT, QUERY, trainedNames, view } from './fields';
import { isTrained, type MethodName, trainingOf } from './methods/registry';
import type { OmniglotSnapshot } from './methods/snapshot';
import type { TraceQuestion } from './microscope/question';
import { defaultPreset, like, type PresetName, presets, withRates } from './presets';
import type { OmniglotQuestions } from './questions';
import { type Origin, trainedFor } from './trained/beginning';

export type State = LabState<typeof fields, typeof view, OmniglotQuestions, Origin>;

/** Milliseconds between two looks at the task and the drawing, and between two measurements, while training. */
const LOOK_INTERVAL = 1500;
const MEASURE_INTERVAL = 12_000;
/** Tasks over which accuracy is measured, and while training. */
const TASKS = 1000;
const TASKS_WHILE_TRAINING = 40;

/** The gradient step in sight, of those that are taken. */
export const stepOf = ({ running, view: { step } }: State): number =>
  Math.min(step, running.testSteps);

/** Those that take part in the run and are not hidden. */
export const shownMethods = ({ spec, running }: Pick<State, 'spec' | 'running'>) =>
  spec.methods.filter((name) => running.methods.includes(name));

/** What an address of the lab is made of. */
export const form: AddressForm<typeof fields, typeof view, PresetName> = {
  fields,
  view,
  presets,
  defaultPreset,
  like,
  viewOf: ({ testSteps }) => ({
    episode: 0,
    step: testSteps,
    judge: judgeNames[0],
    first: 'nobody',
    test: 'tasks',
    plane: embeddingNames[0]!,
    place: QUERY,
    walked: trainedNames[0]!,
    ...shutMicroscope,
    drawings: '',
    lesson: 'none',
    story: 0,
  }),
};

/** Who is walked through: the one that was chosen, if it takes part. */
export function walkedOf({ running, view: { walked } }: Pick<State, 'running' | 'view'>) {
  const trained = running.methods.filter(isTrained);
  return trained.includes(walked) ? walked : trained[0];
}

/** The next meta-iteration of that one. */
function traceOf({ state, at, training }: Sight<State, OmniglotSnapshot>): TraceQuestion | null {
  const method = at === 'now' && !training && walkedOf(state);
  return method ? { method, task: state.view.focus } : null;
}

/** What the lab is, to the page. @param pad what is drawn on it is asked about */
export const definitionWith = (
  pad: Pad,
): LabDefinition<
  typeof fields,
  typeof view,
  PresetName,
  OmniglotSnapshot,
  OmniglotQuestions,
  Origin
> => ({
  ...form,
  name: 'omniglot',
  origin: {},
  adjust: (spec, name) => (name === 'begin' ? withRates(spec) : spec),
  // A person who has all steps in sight wants all.
  fit: (looks, spec, before) =>
    looks.step >= before.testSteps ? { ...looks, step: spec.testSteps } : looks,
  slim: (snapshot) => ({
    ...snapshot,
    methods: Object.fromEntries(
      Object.entries(snapshot.methods).map(([name, saved]) => [
        name,
        slim(saved, trainingOf(name as MethodName)?.carries),
      ]),
    ),
  }),
  beginning: (spec) => (spec.begin === 'checkpoint' ? trainedFor(spec) : null),
  asks: {
    episode: {
      urgent: true,
      every: LOOK_INTERVAL,
      ask: ({ state, at }) => ({ at, number: state.view.episode, replaced: pad.replaced }),
      // What is said of a drawing in the making is worth seeing, though it is longer by now.
      fits: ({ number, replaced }, state) =>
        number === state.view.episode && String(replaced) === String(pad.replaced.places),
      isWhole: ({ complete }) => complete,
      holds: ({ complete, replaced }) => complete && replaced.length === 0,
    },
    draw: {
      urgent: true,
      every: LOOK_INTERVAL,
      ask: ({ at }) => (pad.isWhole ? { at, ...pad.task } : null),
      // It may come after something was erased.
      fits: () => pad.isWhole,
    },
    given: {
      urgent: true,
      ask: ({ state }) => {
        const { wanted: turn } = pad.store.getState();
        return turn === null ? null : { number: state.view.episode, turn };
      },
    },
    accuracy: {
      every: MEASURE_INTERVAL,
      ask: ({ at, training }) => ({ at, tasks: training ? TASKS_WHILE_TRAINING : TASKS }),
      isWhole: ({ complete }) => complete,
      holds: ({ wanted, complete }) => complete && wanted === TASKS,
    },
    trace: {
      urgent: true,
      // It is of the next meta-iteration: one that is looked back to has none, and in training it would be over.
      ask: (sight) => (sight.state.view.microscope === 'open' ? traceOf(sight) : null),
      foresee: traceOf,
      fits: ({ method, task }, state) => method === walkedOf(state) && task === state.view.focus,
      holds: () => true,
      keepsOne: true,
    },
  },
});

/** That a link is too short for all that was drawn. */
function sayLeftOut(count: number): void {
  notify({
    key: 'drawings',
    tone: 'info',
    message: ({ omniglot }) => say(omniglot.draw.leftOut, { count }),
  });
}

/** The lab of an address with the pad beside it, and what of the address cannot be used. */
export function openOmniglot(params: URLSearchParams, createWorker: () => Worker, aside?: string) {
  const pad = new Pad();
  const definition = definitionWith(pad);
  const { address, problems } = decodeAddress(definition, params);
  pad.fit(address.spec);
  pad.load(drawingsOf(address.view.drawings) ?? new Map());
  const lab = new Lab(definition, address, createWorker, aside);
  /** Drawings that the link has no room for. */
  let leftOut = 0;
  lab.store.subscribe(
    ({ running, view: { episode }, answers: { given, episode: task } }, before) => {
      if (episode !== before.view.episode) pad.leave();
      if (running !== before.running) pad.fit(running);
      if (task !== null && task !== before.answers.episode) pad.offer(task);
      if (given !== null && given !== before.answers.given) pad.take(given);
    },
  );
  pad.store.subscribe((now, before) => {
    if (now.wanted !== before.wanted && now.wanted !== null) lab.ask('given');
    if (now.drawings !== before.drawings || now.query !== before.query) {
      const { text, left } = textOfDrawings(pad.drawn, MOST_TEXT);
      lab.see({ drawings: text }, 'draw');
      if (left > leftOut) sayLeftOut(left);
      leftOut = left;
    }
    if (now.own !== before.own) lab.ask('episode');
  });
  return { lab: Object.assign(lab, { pad }), problems };
}
export type OmniglotLab = ReturnType<typeof openOmniglot>['lab'];
