/** How good a contender is on held-out tasks after the gradient steps in sight. */

import { useWords } from '../../../ui/Say';
import { say } from '../../../words/format';
import { aboutText, lossText } from '../adaptation/TaskLoss';
import { useLabState } from '../hooks';
import { isEstimate, stepOf } from '../lab';
import type { ContenderName } from '../methods';
import styles from '../regression.module.css';

export function HeldOutLoss({ name }: { readonly name: ContenderName }) {
  const { curve } = useWords().regression;
  const loss = useLabState((s) => s.answers.evaluate?.curves[name]?.[s.view.average][stepOf(s)]);
  const estimate = useLabState(isEstimate);
  return (
    <span className={styles.score}>
      {loss === undefined ? null : (
        <>
          <span className="hidden-visually">{curve.heldOut}</span>
          <span>{estimate ? say(curve.about, { loss: aboutText(loss) }) : lossText(loss)}</span>
        </>
      )}
    </span>
  );
}
