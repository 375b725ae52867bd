/** The state of a recurrent network over a stream: a row for each of its numbers, a column for each drawing. */

import { useMemo } from 'react';
import { Figure } from '../../../ui/charts/Figure';
import { lookOf } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import { say } from '../../../words/format';
import type { Inside } from '../questions';
import styles from './inside.module.css';
import type { KeptProps } from './props';

/** Shades of each sign. */
const SHADES = 4;

type State = Extract<Inside, { kind: 'state' }>;

export function StateStripes({ inside, answer, reader, step, name }: KeptProps<'state'>) {
  const { inside: text } = useWords().memory;
  const { width, state } = inside;
  const steps = state.length / width;
  const paths = useMemo(() => stripesOf(inside), [inside]);
  return (
    <Figure
      part="inside"
      className={styles.inside}
      title={text.title}
      note={say(text.state, { name, width })}
      table={() => ({
        columns: [text.unit, text.value],
        rows: Array.from({ length: width }, (_, unit) => [unit + 1, state[step * width + unit]!]),
        of: { iteration: answer.iteration },
      })}
      foot={
        <p className={styles.key} style={{ '--reader': lookOf(reader).color }} aria-hidden="true">
          <i data-sign="above" />
          <span>{text.positive}</span>
          <i data-sign="below" />
          <span>{text.negative}</span>
        </p>
      }
    >
      <svg
        className={styles.stripes}
        viewBox={`0 0 ${steps} ${width}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={say(text.state, { name, width })}
      >
        {paths.map(({ key, d, shade, above }) => (
          <path
            key={key}
            d={d}
            fill={above ? lookOf(reader).color : 'var(--ink)'}
            opacity={shade}
          />
        ))}
        <rect
          className={styles.cursor}
          x={step}
          y={0}
          width={1}
          height={width}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
    </Figure>
  );
}

/** One path for each shade of each sign: thousands of numbers in few elements. */
function stripesOf({ width, state }: State) {
  let most = 0;
  for (const value of state) most = Math.max(most, Math.abs(value));
  const parts = Array.from({ length: 2 * SHADES }, (): string[] => []);
  state.forEach((value, i) => {
    const shade = Math.ceil((SHADES * Math.abs(value)) / (most || 1));
    if (!(shade > 0)) return;
    const [x, y] = [Math.floor(i / width), i % width];
    parts[(value > 0 ? 0 : SHADES) + shade - 1]!.push(`M${x} ${y}h1v1h-1z`);
  });
  return parts.map((part, i) => ({
    key: i,
    d: part.join(''),
    shade: ((i % SHADES) + 0.5) / SHADES,
    above: i < SHADES,
  }));
}
