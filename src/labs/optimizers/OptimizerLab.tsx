/** The page of the optimizer lab. */

import { formatNumber } from '../../spec/field';
import { presetOf } from '../../spec/preset';
import { lookOf } from '../../ui/palette';
import { useWords } from '../../ui/Say';
import { say, sayNumber } from '../../words/format';
import { loadWords, type Words } from '../../words/words';
import { Below } from '../kit/Below';
import { BesidePapers } from '../kit/BesidePapers';
import { Compare } from '../kit/Compare';
import { useRunState, type WordsOf } from '../kit/context';
import { InTime } from '../kit/InTime';
import { LabFrame, type LabViewProps } from '../kit/LabFrame';
import { Late } from '../kit/Late';
import { Note, Remark } from '../kit/Remark';
import { methodLabel } from '../kit/reproductionTable';
import { See } from '../kit/See';
import { FileButtons } from './FileButtons';
import { fields, isQuadratic } from './fields';
import { useLab, useLabState } from './hooks';
import { CellsPanel, ResponsePanel } from './InsightPanels';
import { definition, openOptimizers, type State } from './lab';
import styles from './optimizers.module.css';
import { presets, published, STEPS } from './presets';
import { RacePanel } from './RacePanel';
import { type RacerName, racerNames, racers, subject, trainedNames } from './racers';
import { SurfacePanel } from './SurfacePanel';
import { columnOf } from './validation';

/** The lab without its page. */
export { definition as form, openOptimizers as open } from './lab';

const wordsOf: WordsOf<typeof fields, typeof presets, typeof racers> = (words) => words.optimizers;

/** What is trained, in training. */
const learned = {
  curves: trainedNames.map((name) => ({ column: columnOf(name, 'final'), look: lookOf(name) })),
  shown: Math.log10,
};

const formulas = { formulaOf: (name: RacerName) => racers[name].formula };
const how = async () => {
  const [{ HowItWorks }] = await Promise.all([import('./HowItWorks'), loadWords('about')]);
  return HowItWorks;
};
const training = async () => (await import('./TrainingPanel')).TrainingPanel;
const spark = async () => (await import('../kit/Spark')).Spark;
const story = async () => (await import('./story')).story;
const stamped = async () => (await import('./stamped')).stamped;

export function OptimizerLabView(view: LabViewProps) {
  const below = (
    <>
      <Below title={(words) => words.optimizers.how.title} of={how} given={formulas} />
      <Papers />
    </>
  );
  return (
    <LabFrame
      view={view}
      form={definition}
      open={openOptimizers}
      owners={racers}
      wordsOf={wordsOf}
      title={(words) => words.optimizers.title}
      compare={<Racers />}
      after={{ optimiser: <FileButtons /> }}
      below={below}
      strip={<Late of={spark} given={learned} quiet />}
      story={story}
      stamped={stamped}
    >
      <div className={styles.top}>
        <RacePanel />
        <SurfacePanel />
      </div>
      <div className={styles.low}>
        <ResponsePanel />
        <CellsPanel />
        <InTime of={training} given={{}} />
        <WhatToSee />
      </div>
    </LabFrame>
  );
}

function Racers() {
  const lab = useLab();
  const { remarks } = useWords().optimizers;
  const chosen = useLabState((s) => s.spec.racers);
  const quadratic = useLabState((s) => isQuadratic(s.spec.race));
  const exploded = useRunState((s) => s.remarks.filter((r) => r.code === 'exploded'));
  return (
    <Compare
      names={racerNames}
      chosen={chosen}
      onChange={(next) => lab.change('racers', next)}
      remark={(name) => {
        if (name === 'cg' && !quadratic) return <Note>{remarks.sitsOut}</Note>;
        const own = exploded.filter(({ subject }) => subject === name);
        const last = own.at(-1);
        if (last === undefined) return null;
        // The values come with the code, from the worker.
        const values = last.values as { at: number; rate: number; clip: number };
        return (
          <Remark title={say(remarks.exploded, values)}>
            {say(remarks.ranAway, { count: own.length })}
          </Remark>
        );
      }}
    />
  );
}

/** Meta-iterations after which it proposes more than noise. */
const EARLY = 200;

/** A sentence or two on what is in sight, which depends on how far the run is. */
function WhatToSee() {
  const { see } = useWords().optimizers;
  const early = useRunState((s) => s.iteration < EARLY);
  const trained = useLabState((s) => s.origin !== null);
  const elsewhere = useLabState((s) => s.running.race !== s.running.family);
  const longer = useLabState((s) => s.running.raceSteps > s.running.horizon);
  const gone = useLabState(goneText(useWords()));
  if (gone !== null) return <See sentences={[gone]} />;
  if (elsewhere) return <See sentences={[see.elsewhere]} />;
  if (early && !trained) return <See sentences={[see.untrained]} />;
  return <See sentences={longer ? [see.response, see.longer] : [see.response]} />;
}

/** That the optimiser that is trained runs away on most problems of the race, and what to lower; null if it does not. */
const goneText =
  ({ optimizers: { see, fields: names } }: Words) =>
  ({ answers: { race }, running }: State): string | null => {
    const curve = race?.complete ? race.curves[subject] : undefined;
    const steps = curve && Math.min(running.horizon, curve.mean.length - 1);
    if (steps === undefined || !(curve!.ranAway[steps]! > race!.problems / 2)) return null;
    const count = sayNumber(curve!.ranAway[steps]!);
    const rate = `${names.rate.label} (${formatNumber(running.rate)})`;
    return say(see.gone, { count, problems: sayNumber(race!.problems), rate });
  };

/** Beside the reports that were made beforehand; a preset without one has nothing to stand beside. */
function Papers() {
  const words = useWords();
  const preset = useLabState((s) => presetOf(fields, presets, s.running));
  const { family } = useLabState((s) => s.running);
  const race = useLabState((s) => s.answers.race);
  if (preset !== 'custom' && !Object.hasOwn(published, preset)) return null;
  return (
    <BesidePapers
      name={preset === 'custom' ? null : preset}
      presentation={() => ({
        shownSteps: [STEPS],
        label: (method) => methodLabel(words, method),
        remarks: words.papers.optimizers.onPage,
      })}
      iteration={race === null ? 0 : Math.max(...Object.values(race.of))}
      live={(method, steps) => {
        const curves = race?.family === family ? race.curves : {};
        const curve = curves[method as RacerName];
        if (curve === undefined || !(steps in curve.mean)) return null;
        const [mean, median] = [curve.mean[steps]!, curve.median[steps]!];
        return { mean, median, ranAway: curve.ranAway[steps]!, tasks: race!.problems };
      }}
    />
  );
}
