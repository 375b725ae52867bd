/** Contenders that read the support points at once: what that means here, and whether they are as sure as they should be. */

import { Swatch } from '../../../ui/charts/layers';
import numbers from '../../../ui/numbers.module.css';
import { lookOf } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import text from '../../../ui/text.module.css';
import { say, sayNumber, sayPercent } from '../../../words/format';
import { predictionsOf } from '../adaptation/adaptation';
import { lossText } from '../adaptation/TaskLoss';
import { useLabState } from '../hooks';
import { contendersOf, gridOf, pointsOf } from '../lab';
import { sheetOf } from '../methods';
import styles from './reading.module.css';
import { residual } from './residual';

const percent = (share: number | undefined): string =>
  share === undefined ? '–' : sayPercent(share);

export function Reading() {
  const { contenders: names, reading } = useWords();
  const readers = useLabState((s) => contendersOf(s).filter((name) => sheetOf(name).reads));
  const { evaluate, adapt } = useLabState((s) => s.answers);
  const grid = useLabState((s) => gridOf(s.running));
  const points = useLabState(pointsOf);
  if (readers.length === 0) return null;
  const { columns } = reading;
  const list = readers.map((name) => names[name].label).join(' · ');
  return (
    <section className={styles.reading} aria-labelledby="reading">
      <div>
        <h3 id="reading">{reading.title}</h3>
        <p>{say(reading.lead, { names: list, count: readers.length })}</p>
      </div>
      <div>
        <table className={numbers.numbers}>
          <caption>{say(reading.caption, { tasks: sayNumber(evaluate?.tasks ?? 0) })}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="hidden-visually">{columns.method}</span>
              </th>
              <th scope="col">{columns.half}</th>
              <th scope="col">{columns.most}</th>
              <th scope="col">{columns.residual}</th>
            </tr>
          </thead>
          <tbody>
            {readers.map((name) => {
              const covered = evaluate?.curves[name]?.covered;
              const curve = predictionsOf(adapt, name, 0, grid.length);
              return (
                <tr key={name}>
                  <th scope="row">
                    <Swatch look={lookOf(name)} />
                    <span>{names[name].label}</span>
                  </th>
                  <td>{percent(covered?.half)}</td>
                  <td>{percent(covered?.most)}</td>
                  <td>{lossText(curve && residual(grid, curve, points))}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <p className={text.hint}>
          {[
            reading.note,
            ...(readers.some((name) => !sheetOf(name).told) ? [reading.least] : []),
            ...(readers.some((name) => sheetOf(name).told) ? [reading.told] : []),
          ].join(reading.between)}
        </p>
      </div>
    </section>
  );
}
