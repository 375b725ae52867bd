/**
 * Two tasks as two bowls, live: where is one step best for both? Needs the words of `bowls` and of `contenders`.
 */

import { type ReactNode, useId, useState } from 'react';
import { Swatch } from '../../ui/charts/layers';
import { Button } from '../../ui/controls/Button';
import { Chips } from '../../ui/controls/Chips';
import { Slider } from '../../ui/controls/Slider';
import { lookOf } from '../../ui/palette';
import { useWords } from '../../ui/Say';
import { digits } from '../../words/digits';
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

interface BowlsPictureProps {
  /** Whether the best places are shown; a person may choose otherwise, until this changes. */
  readonly revealed?: boolean;
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

export function BowlsPicture({ revealed = false }: BowlsPictureProps) {
  const { bowls } = useWords();
  const id = useId();
  const [theta, setTheta] = useState(start);
  const [alpha, setAlpha] = useState(rates.first);
  const [surface, setSurface] = useState<Surface>('now');
  const [shown, setShown] = useState(revealed);
  const [wanted, setWanted] = useState(revealed);
  if (wanted !== revealed) {
    setWanted(revealed);
    setShown(revealed);
  }
  const loss = lossAt(theta, alpha);
  return (
    <figure className={styles.picture} aria-labelledby={id}>
      <div className={styles.parts}>
        <div className={styles.head}>
          <h3 id={id}>{bowls.title}</h3>
          <p>{bowls.lead}</p>
        </div>
        <Drawing
          tasks={example}
          theta={theta}
          alpha={alpha}
          surface={surface}
          revealed={shown}
          onMove={setTheta}
        />
        <div className={styles.side}>
          <Numbers loss={loss} />
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
          <Places alpha={alpha} shown={shown} />
          <Button onClick={() => setShown(!shown)}>
            <span>{shown ? bowls.hide : bowls.show}</span>
          </Button>
        </div>
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

interface PlacesProps {
  readonly alpha: number;
  readonly shown: boolean;
}

/** Who is who in the picture; what each one's place is worth, once it is shown. */
function Places({ alpha, shown }: PlacesProps) {
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
    if (!shown) return <td>{places.hidden}</td>;
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
