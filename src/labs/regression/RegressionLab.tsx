/** The page of the regression lab. */

import { presetOf } from '../../spec/preset';
import { lookOf } from '../../ui/palette';
import { useWords } from '../../ui/Say';
import { loadWords } from '../../words/words';
import { Below } from '../kit/Below';
import { BesidePapers } from '../kit/BesidePapers';
import { Compare } from '../kit/Compare';
import { useRunState, type WordsOf } from '../kit/context';
import { InTime } from '../kit/InTime';
import { LabFrame, type LabViewProps } from '../kit/LabFrame';
import { Late } from '../kit/Late';
import { Diverged, Note } from '../kit/Remark';
import { AdaptationPanel } from './adaptation/AdaptationPanel';
import { fields } from './fields';
import { HeldOutLoss } from './heldOut/HeldOutLoss';
import { useLab, useLabState } from './hooks';
import { isFromStart } from './judged';
import { contendersOf, definition, frontOf, isOverlaid, openRegression } from './lab';
import { type ContenderName, contenderNames, contenders, sheetOf } from './methods';
import { Pins } from './pins/Places';
import { type PresetName, presets } from './presets';
import { presentationOf } from './published';
import styles from './regression.module.css';
import { divergenceText } from './remarks';
import { WhatToSee } from './WhatToSee';

/** The lab without its page. */
export { definition as form, openRegression as open } from './lab';

const wordsOf: WordsOf<typeof fields, typeof presets, typeof contenders> = (words) =>
  words.regression;

const how = async () => {
  const [{ HowItWorks }] = await Promise.all([import('./HowItWorks'), loadWords('loops', 'about')]);
  return HowItWorks;
};
const training = async () => (await import('./training/TrainingPanel')).TrainingPanel;
const spark = async () => (await import('../kit/Spark')).Spark;
const reading = async () => {
  const [{ Reading }] = await Promise.all([import('./reading/Reading'), loadWords('reading')]);
  return Reading;
};
const story = async () => (await import('./story')).story;
const stamped = async () => (await import('./stamped')).stamped;

export function RegressionLabView(view: LabViewProps) {
  const below = (
    <>
      <Below title={(words) => words.regression.how.title} of={how} given={{}} />
      <Papers />
    </>
  );
  return (
    <LabFrame
      view={view}
      form={definition}
      open={openRegression}
      owners={contenders}
      wordsOf={wordsOf}
      title={(words) => words.regression.title}
      compare={<Contenders />}
      below={below}
      strip={<Strip />}
      story={story}
      stamped={stamped}
    >
      <AdaptationPanel />
      <Readers />
      <Low />
    </LabFrame>
  );
}

/** What those are that read, where any take part. */
function Readers() {
  const any = useLabState((s) => contendersOf(s).some((name) => sheetOf(name).reads));
  return any ? <Late of={reading} given={{}} quiet /> : null;
}

/** What there is to see stands beside the plot where there is one, else beside the training. */
function Low() {
  const overlaid = useLabState(isOverlaid);
  return (
    <div className={styles.low} data-overlaid={overlaid || undefined}>
      <InTime of={training} given={{}} />
      {overlaid ? null : <WhatToSee />}
    </div>
  );
}

function Contenders() {
  const lab = useLab();
  const words = useWords();
  const { settings } = words.frame;
  const chosen = useLabState((s) => s.spec.contenders);
  const running = useLabState((s) => s.running);
  const overlaid = useLabState(isOverlaid);
  const front = useLabState(frontOf);
  const started = useRunState((s) => s.iteration > 0);
  const diverged = useRunState((s) => s.remarks.filter((r) => r.code === 'diverged'));
  return (
    <Compare
      names={contenderNames}
      chosen={chosen}
      onChange={(next) => lab.change('contenders', next)}
      score={(name) => <HeldOutLoss name={name} />}
      after={<Pins />}
      front={overlaid ? { name: front, take: (voice) => lab.see({ voice }) } : null}
      remark={(name) => {
        const remark = diverged.find((r) => r.subject === name);
        const late = started && chosen.includes(name) && !running.contenders.includes(name);
        return (
          <>
            {remark === undefined ? null : (
              <Diverged iteration={remark.iteration} why={divergenceText(words, remark, running)} />
            )}
            {late ? <Note>{settings.pending}</Note> : null}
            {isFromStart(name, running) ? <Note>{words.regression.fromStart}</Note> : null}
          </>
        );
      }}
    />
  );
}

/** Who stands in front, in training. */
function Strip() {
  const front = useLabState(frontOf);
  if (front === undefined) return null;
  return <Late of={spark} given={{ curves: [{ column: front, look: lookOf(front) }] }} quiet />;
}

function Papers() {
  const preset = useLabState((s) => presetOf(fields, presets, s.running));
  const evaluation = useLabState((s) => s.answers.evaluate);
  return (
    <BesidePapers
      name={preset === 'custom' ? null : preset}
      presentation={(name) => presentationOf(name as PresetName, presets[name as PresetName].spec)}
      iteration={evaluation?.iteration ?? 0}
      live={(method, steps) => {
        const curve = evaluation?.curves[method as ContenderName];
        if (curve === undefined || !(steps in curve.mean)) return null;
        const [mean, median] = [curve.mean[steps]!, curve.median[steps]!];
        return { mean, median, ranAway: curve.ranAway[steps]!, tasks: evaluation!.tasks };
      }}
    />
  );
}
