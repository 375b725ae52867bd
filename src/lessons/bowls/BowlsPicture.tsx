/**
 * Two tasks as two bowls, live: where is one step best for both? Needs the words of `bowls` and of `contenders`.
 */

import { type ReactNode, useState } from 'react';
import { Swatch } from '../../ui/charts/layers';
import { TakeCorner } from '../../ui/charts/TakeCorner';
import { Chips } from '../../ui/controls/Chips';
import { Slider } from '../../ui/controls/Slider';
import { lookOf } from '../../ui/palette';
import { useWords } from '../../ui/Say';
import { digits } from '../../words/digits';
import type { Placing } from '../lesson';
import { lossAfter, meanLoss, methods, restOf, type Vector } from './bowls';
import styles from './bowls.module.css';
import { Drawing, type Surface, surfaces } from './Drawing';
import { example, rates, start } from './example';
import { RestMark } from './RestMark';

/** Mean losses of both tasks. */
interface LossAtStart {
  /** At θ. */
  readonly now: number;
  /** After one step from θ. */
  readonly after: number;
  /** After one step from where that is least. */
  readonly best: number;
}

function lossAt(theta: Vector, alpha: number): LossAtStart {
  const best = restOf('maml', example, alpha);
  const after = lossAfter(example, theta, alpha);
  return {
    now: meanLoss(example, theta),
    after,
    // Where no place is the least, all are as good.
    best: best === null ? after : lossAfter(example, best, alpha),
  };
}

/**
 * First a person puts θ where they think that one step is best for both, seeing no more than the bowls and where steps land;
 * once it is told, all that there is to know of the picture is in sight, and θ and α can be moved.
 */
export function BowlsPicture({ place, best, onPlace }: Placing) {
  const { bowls } = useWords();
  const put = place === null ? null : ([place[0]!, place[1]!] as const);
  const [theta, setTheta] = useState<Vector>(put ?? start);
  const [alpha, setAlpha] = useState(rates.first);
  const [surface, setSurface] = useState<Surface>('now');
  const asked = onPlace !== null;
  const told = best !== null;
  const move = (to: Vector) => {
    setTheta(to);
    onPlace?.(to);
  };
  return (
    <figure className={styles.picture} aria-label={bowls.title}>
      <TakeCorner title={bowls.title} />
      <div className={styles.parts}>
        <Drawing
          tasks={example}
          theta={theta}
          alpha={alpha}
          surface={surface}
          asked={asked}
          revealed={told}
          put={told ? put : null}
          onMove={move}
        />
        {told ? (
          <details className={styles.side}>
            <summary>{bowls.more}</summary>
            <Numbers loss={lossAt(theta, alpha)} />
            <Chips
              legend={bowls.contours.label}
              options={surfaces}
              face={(option) => <span>{bowls.contours[option]}</span>}
              value={surface}
              onChange={setSurface}
            />
            <div className={styles.rate}>
              <span aria-hidden="true">{bowls.alpha}</span>
              <output aria-hidden="true">{alpha.toFixed(2)}</output>
              <Slider
                label={bowls.alpha}
                min={rates.least}
                max={rates.most}
                step={rates.step}
                value={alpha}
                valueText={alpha.toFixed(2)}
                onChange={setAlpha}
              />
            </div>
            <Places alpha={alpha} />
          </details>
        ) : null}
      </div>
    </figure>
  );
}

function Numbers({ loss }: { readonly loss: LossAtStart }) {
  const { numbers } = useWords().bowls;
  return (
    <dl className={styles.numbers} aria-label={numbers.title}>
      {(['now', 'after', 'best'] as const).map((name) => (
        <div key={name}>
          <dt>{numbers[name]}</dt>
          <dd>{digits(loss[name])}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Who is who in the picture, and what each one's place is worth. */
function Places({ alpha }: { readonly alpha: number }) {
  const { bowls, contenders } = useWords();
  const { places } = bowls;
  const rows = methods.map((method) => {
    const rest = restOf(method, example, alpha);
    const losses =
      rest === null ? null : ([meanLoss(example, rest), lossAfter(example, rest, alpha)] as const);
    return { method, losses };
  });
  const least = ([0, 1] as const).map((k) =>
    Math.min(...rows.map(({ losses }) => losses?.[k] ?? Number.POSITIVE_INFINITY)),
  );
  const cell = (losses: (typeof rows)[number]['losses'], k: 0 | 1): ReactNode => {
    if (losses === null) return <td>{places.nowhere}</td>;
    return <td data-least={losses[k] <= least[k]! || undefined}>{digits(losses[k])}</td>;
  };
  return (
    <table className={styles.places}>
      <caption>{places.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{places.method}</th>
          <th scope="col">{places.now}</th>
          <th scope="col">{places.after}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ method, losses }) => (
          <tr key={method}>
            <th scope="row">
              <span className={styles.who}>
                <Swatch look={lookOf(method)} />
                <svg viewBox="-10 -10 20 20" aria-hidden="true">
                  <RestMark method={method} />
                </svg>
                <span>{contenders[method].label}</span>
              </span>
            </th>
            {cell(losses, 0)}
            {cell(losses, 1)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
