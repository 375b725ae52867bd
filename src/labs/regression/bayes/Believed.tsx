/** The posterior over waves from the points in sight: band, mean and draws; and the contender in front on the same points. */

import { useMemo, useState } from 'react';
import { stream } from '../../../math/rng';
import { sinusoidPosterior } from '../../../tasks/sinusoidPosterior';
import { Figure } from '../../../ui/charts/Figure';
import { Band, Clip, Curve, Swatch } from '../../../ui/charts/layers';
import { PlotFrame } from '../../../ui/charts/PlotFrame';
import { Slider } from '../../../ui/controls/Slider';
import { dashed } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import text from '../../../ui/text.module.css';
import { digits } from '../../../words/digits';
import { say } from '../../../words/format';
import { SupportPoints, Truth } from '../adaptation/AdaptationLayers';
import { lossOnTask, predictionsOf, seenIn } from '../adaptation/adaptation';
import { lossText } from '../adaptation/TaskLoss';
import { useLab, useLabState } from '../hooks';
import { gridOf, pointsOf, stepOf, taskInSight } from '../lab';
import { type ContenderName, sheetOf } from '../methods';
import styles from '../studies/studies.module.css';
import { useAdaptationAxes } from '../useAxes';
import { familyOf } from './family';
import { bayesLook } from './look';

/** Waves that are drawn from what is believed. */
const DRAWN = 12;
const MOST_NOISE = 1;

/** What is believed, at the inputs in sight. */
function useBelief(noise: number) {
  const running = useLabState((s) => s.running);
  const points = useLabState(pointsOf);
  const { shown, own } = useLabState((s) => s.view);
  return useMemo(() => {
    const grid = gridOf(running);
    const [inputs, targets] = [points.map(({ x }) => x), points.map(({ y }) => y)];
    const posterior = sinusoidPosterior(familyOf(running), inputs, targets, noise);
    const random = stream(running.seed, 'waves drawn from a posterior', shown);
    const waves = Array.from({ length: DRAWN }, () => posterior.draw(random));
    const { task } = taskInSight(running, { shown, own });
    const [low, high] = running.testInputRange;
    const judged = grid.filter(
      (x) => x >= low - 1e-9 && x <= high + 1e-9 && !Number.isNaN(task.value(x)),
    );
    const over = (of: (x: number) => number) =>
      judged.reduce((sum, x) => sum + of(x), 0) / judged.length;
    return {
      ...{ grid, count: points.length },
      truth: grid.map((x) => task.value(x)),
      mean: grid.map((x) => posterior.mean(x)),
      sd: grid.map((x) => posterior.sd(x)),
      draws: waves.map(({ amplitude, phase }) => grid.map((x) => amplitude * Math.sin(x - phase))),
      loss: over((x) => (posterior.mean(x) - task.value(x)) ** 2),
      said: over((x) => posterior.sd(x) ** 2),
    };
  }, [running, points, shown, own, noise]);
}

export function Believed({ name }: { readonly name: ContenderName }) {
  const { contenders, microscope, regression } = useWords();
  const { studies } = microscope;
  const { bayes: words } = studies;
  const ofTasks = useLabState((s) => s.running.noise);
  const [chosen, setChosen] = useState<number | null>(null);
  const noise = chosen ?? ofTasks;
  const { grid, count, truth, mean, sd, draws, loss, said } = useBelief(noise);
  const axes = useAdaptationAxes();
  const { steps, adaptation, own } = useLabState((s) => ({
    steps: stepOf(s),
    adaptation: s.answers.adapt,
    own: lossOnTask(seenIn(s), name),
  }));
  const itself = sheetOf(name).told;
  const adapted = itself ? null : predictionsOf(adaptation, name, steps, grid.length);
  const [low, high] = [mean.map((m, i) => m - sd[i]!), mean.map((m, i) => m + sd[i]!)];
  const { label } = contenders[name];
  return (
    <div className={styles.plot}>
      <Figure
        title={words.plot}
        table={() => ({
          columns: [
            ...['x', regression.adaptation.trueY, words.mean, words.low, words.high],
            ...(itself ? [] : [label]),
          ],
          rows: grid.map((x, i) => [
            ...[x, truth[i]!, mean[i]!, low[i]!, high[i]!],
            ...(itself ? [] : [adapted?.[i] ?? Number.NaN]),
          ]),
        })}
      >
        <PlotFrame x={axes.x} y={axes.y} reads>
          <Clip>
            <Band x={grid} low={low} high={high} look={bayesLook} />
            {draws.map((wave, i) => (
              <Curve
                // biome-ignore lint/suspicious/noArrayIndexKey: a draw is its place
                key={i}
                x={grid}
                y={wave}
                look={bayesLook}
                width={1}
                opacity={0.3}
              />
            ))}
            <Truth />
            {adapted === null ? null : (
              <Curve name={label} x={grid} y={adapted} look={dashed(name, 'solid')} width={2.6} />
            )}
            <Curve name={words.mean} x={grid} y={mean} look={bayesLook} width={2.6} />
          </Clip>
          <SupportPoints />
        </PlotFrame>
      </Figure>
      <ul className={styles.key}>
        <li>
          <Swatch look={bayesLook} />
          <span>{words.mean}</span>
        </li>
        {itself ? null : (
          <li>
            <Swatch look={dashed(name, 'solid')} />
            <span>{label}</span>
          </li>
        )}
      </ul>
      <p className={text.hint}>{words.key}</p>
      <div className={styles.sliders}>
        <Count count={count} />
        <div className={styles.slider}>
          <span aria-hidden="true">{words.noise}</span>
          <output aria-hidden="true">{noise.toFixed(2)}</output>
          <Slider
            label={words.noise}
            min={0}
            max={MOST_NOISE}
            step={0.05}
            value={noise}
            valueText={say(words.noiseAt, { noise: noise.toFixed(2) })}
            onChange={setChosen}
          />
        </div>
      </div>
      <p className={styles.said}>
        <span>{say(words.seen, { count, bayes: digits(loss), said: digits(said) })}</span>{' '}
        {itself ? null : <span>{say(words.beside, { label, steps, loss: lossText(own) })}</span>}
      </p>
    </div>
  );
}

/** The first points that were drawn for the task, one to all of them. */
function Count({ count }: { readonly count: number }) {
  const lab = useLab();
  const { bayes: words } = useWords().microscope.studies;
  const drawn = useLabState((s) => taskInSight(s.running, s.view).points);
  return (
    <div className={styles.slider}>
      <span aria-hidden="true">{words.points}</span>
      <output aria-hidden="true">{count}</output>
      <Slider
        label={words.points}
        min={1}
        max={drawn.length}
        value={Math.min(count, drawn.length)}
        valueText={say(words.pointsAt, { count })}
        onChange={(to) =>
          lab.see({ points: to === drawn.length ? null : drawn.slice(0, to) }, 'adapt')
        }
      />
    </div>
  );
}
