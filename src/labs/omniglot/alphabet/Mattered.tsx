/** What mattered to the network of alphabets: a bar of points gained for each part of its recipe, and a link that trains it here without. */

import { Say, useWords } from '../../../ui/Say';
import text from '../../../ui/text.module.css';
import { say, sayNumber } from '../../../words/format';
import { commands, type Gain, gains, measured, wholeAddress, wholeShare } from './ablations';
import styles from './mattered.module.css';

const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
const percentText = (share: number): string => sayNumber(100 * share, digits);
const pointsText = (points: number): string =>
  sayNumber(points, { ...digits, signDisplay: 'exceptZero' }).replace('-', '−');

/** What bars are drawn between, in points. */
const least = Math.min(0, ...gains.map(({ points }) => points));
const most = Math.max(...gains.flatMap(({ points, elsewhere }) => [points, elsewhere]));
const placeOf = (points: number): number => (points - least) / (most - least);

const { iterations, longer, questions, date } = measured;

export function Mattered() {
  const { mattered } = useWords().omniglotHow;
  return (
    <section className={styles.mattered} aria-labelledby="mattered">
      <h3 id="mattered">{mattered.title}</h3>
      <p>
        {say(mattered.lead, { iterations, questions, date, whole: percentText(wholeShare) })}{' '}
        {commands.map((command) => (
          <code key={command}>{command}</code>
        ))}
      </p>
      <table>
        <caption>{mattered.axis}</caption>
        <thead className="hidden-visually">
          <tr>
            <th scope="col">{mattered.part}</th>
            <td />
            <th scope="col">{mattered.points}</th>
            <th scope="col">{mattered.without}</th>
            <th scope="col">{mattered.here}</th>
          </tr>
        </thead>
        <tbody>
          {gains.map((gain) => (
            <Bar key={gain.name} gain={gain} />
          ))}
        </tbody>
      </table>
      <p className={text.hint}>
        <Say
          message={mattered.elsewhere}
          values={{ mark: <s className={styles.mark} aria-hidden="true" /> }}
        />
      </p>
      <p className={text.hint}>
        {mattered.noise} {mattered.page}{' '}
        <a href={wholeAddress}>{say(mattered.whole, { iterations })}</a>
      </p>
    </section>
  );
}

function Bar({ gain }: { readonly gain: Gain }) {
  const { mattered } = useWords().omniglotHow;
  const { name, points, elsewhere, without, whole, address } = gain;
  const longest = { iterations, longer: longer.iterations };
  const part = name === 'time' ? say(mattered.parts.time, longest) : mattered.parts[name];
  const [from, to] = [placeOf(0), placeOf(points)];
  return (
    <tr>
      <th scope="row">{part}</th>
      <td aria-hidden="true" className={styles.bar}>
        <i style={{ '--from': Math.min(from, to), '--to': Math.max(from, to) }} />
        <s className={styles.mark} style={{ '--at': placeOf(elsewhere) }} />
      </td>
      <td className={styles.points}>{pointsText(points)}</td>
      <td className={styles.said}>
        {say(mattered.change, { without: percentText(without), whole: percentText(whole) })}
        {' · '}
        {say(mattered.other, { points: pointsText(elsewhere) })}
      </td>
      <td>
        <a
          href={address}
          aria-label={
            name === 'time' ? say(mattered.trainLonger, longest) : say(mattered.train, { part })
          }
        >
          {mattered.here}
        </a>
      </td>
    </tr>
  );
}
