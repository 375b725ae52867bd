/** The optimizer lab on the page: what it is made of, and what a person can do to it. Knows no React. */

import { slim } from '../../contenders/state';
import { decodeAddress } from '../../spec/address';
import { startOn } from '../../tasks/surfaces';
import type { LabDefinition, LabState } from '../kit/definition';
import { Lab } from '../kit/lab';
import { shutMicroscope } from '../kit/microscope/view';
import type { Sight } from '../kit/questions';
import type { Checkpoint } from './checkpoint';
import { fields, view } from './fields';
import { broughtBy, type Origin, textOf, trainedFor, withoutFile } from './files';
import { defaultPreset, type PresetName, presets } from './presets';
import type { About, OptimizerQuestions, OptimizerSnapshot, TraceQuestion } from './questions';
import { subject } from './racers';

export type State = LabState<typeof fields, typeof view, OptimizerQuestions, Origin>;
type Definition = LabDefinition<
  typeof fields,
  typeof view,
  PresetName,
  OptimizerSnapshot,
  OptimizerQuestions,
  Origin
>;

/** Milliseconds between two races, and between two looks at the rest, while training. */
const RACE_INTERVAL = 3000;
const LOOK_INTERVAL = 600;
/** The race is drawn while it trains over a few problems. */
const PROBLEMS_WHILE_TRAINING = 64;

/** The learned optimisers in sight: of the past, those of then alone. */
const shownOf = ({ lookBack, view: { shown } }: Pick<State, 'lookBack' | 'view'>) =>
  lookBack === null ? shown : 'now';

/** The step in sight on the surface, of those that are taken. */
export const stepOf = ({ running, view: { step } }: State): number =>
  Math.min(step, running.surfaceSteps);

const about = ({ state, at }: Sight<State, OptimizerSnapshot>): About => ({
  at,
  shown: shownOf(state),
});

/** The next meta-iteration. */
const traceOf = ({ state, at, training }: Sight<State, OptimizerSnapshot>): TraceQuestion | null =>
  at === 'now' && !training ? { name: subject, problem: state.view.focus } : null;

/** What the optimizer lab is, to the page. */
export const definition: Definition = {
  name: 'optimizers',
  fields,
  view,
  presets,
  defaultPreset,
  viewOf: ({ surfaceSteps: step }) => ({
    ...{
      start: null,
      shown: 'best',
      step,
      from: 'shipped',
      average: 'median',
      lesson: 'none',
      story: 0,
    },
    ...shutMicroscope,
  }),
  origin: null,
  isKept: (origin) => origin?.loaded ?? false,
  // The race is on the problems that are trained on until it is moved away from them.
  followers: { family: 'race' },
  fit: (seen, spec, before) => ({
    ...seen,
    start: spec.surface === before.surface ? seen.start : null,
    step: seen.step >= before.surfaceSteps ? spec.surfaceSteps : seen.step,
  }),
  slim: ({ iteration, trained }) => ({
    iteration,
    trained: trained.map((t) => ({ name: t.name, ...slim(t), best: null, position: null })),
  }),
  asks: {
    surface: {
      urgent: true,
      every: LOOK_INTERVAL,
      ask(sight) {
        const { surface, surfaceSteps: steps } = sight.state.running;
        return { ...about(sight), surface, start: startOn(surface, sight.state.view.start), steps };
      },
    },
    insight: {
      every: LOOK_INTERVAL,
      ask: (sight) => ({ ...about(sight), name: subject }),
    },
    race: {
      every: RACE_INTERVAL,
      ask(sight) {
        const { race: family, raceSteps: steps, raceProblems } = sight.state.running;
        const most = sight.training ? PROBLEMS_WHILE_TRAINING : Number.POSITIVE_INFINITY;
        return { ...about(sight), family, steps, problems: Math.min(raceProblems, most) };
      },
      isWhole: ({ complete }) => complete,
      fits: ({ shown }, state) => shown === shownOf(state),
      holds: ({ problems }) => problems > PROBLEMS_WHILE_TRAINING,
    },
    trace: {
      urgent: true,
      // It is of the next meta-iteration: one that is looked back to has none, and in training it would be over.
      ask: (sight) => (sight.state.view.microscope === 'open' ? traceOf(sight) : null),
      foresee: traceOf,
      fits: ({ problem }, state) => problem === state.view.focus,
      holds: () => true,
      keepsOne: true,
    },
  },
};

/** The lab of an address, what of it cannot be used, and what it does with files. */
export function openOptimizers(
  params: URLSearchParams,
  createWorker: () => Worker,
  aside?: string,
) {
  const { address, problems } = decodeAddress(definition, params);
  /** What a person brought, in place of the shipped one. */
  let loaded: Checkpoint | null = null;
  const beginning: Definition['beginning'] = (spec) => {
    if (spec.begin !== 'checkpoint') return null;
    const begun = trainedFor(spec, loaded);
    if (loaded !== null || now().view.from === 'shipped') return begun;
    lab.see({ from: 'shipped' });
    return withoutFile(begun);
  };
  const lab = new Lab({ ...definition, beginning }, address, createWorker, aside);
  const now = () => lab.store.getState();
  const choosePreset = lab.choosePreset.bind(lab);
  const files = {
    /** A preset is what is shipped. */
    choosePreset(name: PresetName): void {
      loaded = null;
      lab.see({ from: 'shipped' });
      choosePreset(name);
    },
    /** A new run of untrained optimisers, whatever the present one is. */
    beginFromScratch: () => lab.restartWith({ ...now().spec, begin: 'scratch' }),
    /** Begins from the optimiser in a file; one that cannot be used changes nothing. */
    async load(file: () => Promise<string>): Promise<void> {
      const brought = await broughtBy(file);
      if (brought === null) return;
      loaded = brought;
      lab.see({ from: 'file' });
      lab.restartWith({ ...now().spec, ...brought.network, begin: 'checkpoint' });
    },
    /** The optimiser in sight, as the text of a file; null before there is one. */
    exported(): string | null {
      const snapshot = lab.snapshot();
      return snapshot && textOf(snapshot, now().running, now().view.shown);
    },
  };
  return { lab: Object.assign(lab, files), problems };
}
export type OptimizerLab = ReturnType<typeof openOptimizers>['lab'];
