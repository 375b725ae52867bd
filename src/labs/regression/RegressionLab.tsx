/** The page of the regression lab. */

import { presetOf } from '../../spec/preset';
import { useWords } from '../../ui/Say';
import { BesidePapers } from '../kit/BesidePapers';
import { Compare, Legend } from '../kit/Compare';
import { useRunState, type WordsOf } from '../kit/context';
import { LabFrame, type LabViewProps } from '../kit/LabFrame';
import { Diverged, Note } from '../kit/Remark';
import { See } from '../kit/See';
import { Settings } from '../kit/Settings';
import { AdaptationPanel } from './AdaptationPanel';
import { fields } from './fields';
import { HowItWorks } from './HowItWorks';
import { useLab, useLabState } from './hooks';
import { definition, openRegression } from './lab';
import { type ContenderName, contenderNames, contenders } from './methods';
import { presets } from './presets';
import { presentationOf } from './published';
import styles from './regression.module.css';
import { divergenceText } from './remarks';
import { awayTexts, countText, praised } from './seen';
import { TrainingPanel } from './TrainingPanel';
import { leavesTrainingRange } from './tasks';

const wordsOf: WordsOf<typeof fields, typeof presets, typeof contenders> = (words) =>
  words.regression;

export function RegressionLabView(view: LabViewProps) {
  const below = (
    <>
      <HowItWorks />
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
      settings={<Panel />}
      below={below}
    >
      <AdaptationPanel />
      <Chosen />
      <div className={styles.low}>
        <TrainingPanel />
        <WhatToSee />
      </div>
    </LabFrame>
  );
}

/** In one plot the chips are the legend. */
function Chosen() {
  const chosen = useLabState((s) => s.spec.contenders);
  const overlaid = useLabState((s) => s.view.arrange === 'overlay');
  return overlaid ? null : <Legend chosen={chosen} />;
}

function Panel() {
  const preset = useLabState((s) => presetOf(fields, presets, s.spec));
  return <Settings preset={preset} compare={<Contenders />} />;
}

function Contenders() {
  const lab = useLab();
  const words = useWords();
  const { settings } = words.frame;
  const chosen = useLabState((s) => s.spec.contenders);
  const running = useLabState((s) => s.running);
  const started = useRunState((s) => s.iteration > 0);
  const diverged = useRunState((s) => s.remarks.filter((r) => r.code === 'diverged'));
  return (
    <Compare
      names={contenderNames}
      chosen={chosen}
      onChange={(next) => lab.change('contenders', next)}
      remark={(name) => {
        const remark = diverged.find((r) => r.subject === name);
        const late = started && chosen.includes(name) && !running.contenders.includes(name);
        return (
          <>
            {remark === undefined ? null : (
              <Diverged iteration={remark.iteration} why={divergenceText(words, remark, running)} />
            )}
            {late ? <Note>{settings.pending}</Note> : null}
          </>
        );
      }}
    />
  );
}

/** A sentence or two on what is in sight, which depends on how far the run is, and on whether it holds here. */
function WhatToSee() {
  const words = useWords();
  const { see } = words.regression;
  const stage = useRunState((s) =>
    s.iteration === 0 ? 'untrained' : s.iteration < 1000 ? 'early' : 'late',
  );
  const beyond = useLabState((s) => leavesTrainingRange(s.running));
  const chosen = useLabState((s) => s.spec.contenders);
  const spec = useLabState((s) => s.running);
  const evaluation = useLabState((s) => s.answers.evaluate);
  const diverged = useRunState((s) => s.remarks.filter((r) => r.code === 'diverged'));
  const judged = { chosen, evaluation, spec };
  const wrong = [
    ...diverged.flatMap((remark) =>
      chosen.some((name) => name === remark.subject) ? [divergenceText(words, remark, spec)] : [],
    ),
    ...awayTexts(words, judged),
  ];
  const counted = countText(words, judged);
  const of = (name: 'maml' | 'joint' | 'metasgd') =>
    chosen.includes(name) && praised(name, judged) ? [see[name]] : [];
  if (wrong.length > 0) return <See sentences={wrong} />;
  const all = beyond
    ? [see.beyond]
    : stage !== 'late'
      ? [see[stage]]
      : [...of('maml'), ...of('joint'), ...of('metasgd')];
  return <See sentences={counted === null ? all : [counted, ...all]} />;
}

function Papers() {
  const preset = useLabState((s) => presetOf(fields, presets, s.running));
  const evaluation = useLabState((s) => s.answers.evaluate);
  return (
    <BesidePapers
      name={preset === 'custom' ? null : preset}
      presentation={(name) => presentationOf(name as keyof typeof presets)}
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
