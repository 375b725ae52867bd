/** The loss against the number of points: of every contender, and of who knows the family. */

import { Figure } from '../../../ui/charts/Figure';
import { Clip, Curve, Swatch } from '../../../ui/charts/layers';
import { log10, logAxis } from '../../../ui/charts/logAxis';
import { type Axis, PlotFrame } from '../../../ui/charts/PlotFrame';
import { useKeptAxis } from '../../../ui/charts/useKeptAxis';
import { lookOf } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import text from '../../../ui/text.module.css';
import { digits } from '../../../words/digits';
import { say } from '../../../words/format';
import { useUnanswered } from '../../kit/Unanswered';
import { useLabState } from '../hooks';
import { contendersOf } from '../lab';
import { sheetOf } from '../methods';
import styles from '../studies/studies.module.css';
import { bayesLook, saidLook } from './look';

/** Powers of ten of losses in sight: without noise Bayes leaves it. */
const LOW = -2;
const HIGH = 1;

export function Against() {
  const { contenders: names, microscope } = useWords();
  const { studies } = microscope;
  const { bayes: words } = studies;
  const answer = useLabState((s) => s.answers.points);
  const noise = useLabState((s) => s.running.noise);
  const contenders = useLabState(contendersOf);
  const unanswered = useUnanswered('points');
  const x: Axis = useKeptAxis({ domain: [1, 10], ticks: [1, 2, 3, 5, 10], label: words.count });
  const y = useKeptAxis(logAxis(LOW, HIGH, words.loss));
  const curves =
    answer === null
      ? []
      : [
          ...contenders.flatMap((name) => {
            const losses = answer.curves[name];
            // It is there already.
            return losses === undefined || sheetOf(name).told
              ? []
              : [{ name: names[name].label, look: lookOf(name), losses }];
          }),
          { name: words.name, look: bayesLook, losses: answer.bayes.loss },
          { name: words.said, look: saidLook, losses: answer.bayes.said },
        ];
  return (
    <div className={styles.plot}>
      <Figure
        title={words.against}
        part="heldOut"
        empty={unanswered ?? (answer === null ? studies.awaited : null)}
        table={() => ({
          columns: [words.count, ...curves.map(({ name }) => name)],
          rows: (answer?.counts ?? []).map((count, i) => [
            count,
            ...curves.map(({ losses }) => losses[i]!),
          ]),
          of: answer,
        })}
      >
        <PlotFrame x={x} y={y} reads>
          <Clip>
            {curves.map(({ name, look, losses }) => (
              <Curve
                key={name}
                name={name}
                x={answer!.counts}
                y={log10(losses)}
                look={look}
                width={look === bayesLook ? 3 : 2}
              />
            ))}
          </Clip>
        </PlotFrame>
      </Figure>
      <ul className={styles.key}>
        {curves.map(({ name, look }) => (
          <li key={name}>
            <Swatch look={look} />
            <span>{name}</span>
          </li>
        ))}
      </ul>
      {answer === null ? null : (
        <p className={text.hint}>
          {say(words.over, { tasks: answer.tasks, steps: answer.steps, noise: digits(noise) })}
        </p>
      )}
    </div>
  );
}
