/** A slider of few stops, each of which is in sight: a native one over a drawn line. */

import styles from './stops.module.css';

interface StopsProps {
  readonly label: string;
  readonly last: number;
  readonly value: number;
  readonly valueText: string;
  /** What the first stop is called. */
  readonly first: string;
  /** What a stop counts as, where that is not its place. */
  readonly numberOf?: (stop: number) => number;
  readonly onChange: (value: number) => void;
}

/** Stops that are drawn. */
const MOST_DRAWN = 25;

export function Stops(props: StopsProps) {
  const { label, last, value, valueText, first, numberOf = (stop) => stop, onChange } = props;
  // Of very many, every few are drawn: each would touch the next.
  const drawn = Math.ceil(last / Math.ceil(last / MOST_DRAWN));
  const stops = Array.from({ length: drawn + 1 }, (_, i) => Math.round((i * last) / drawn));
  const named = new Set([stops[Math.round(drawn / 2)], last]);
  return (
    <div className={styles.stops}>
      <div className={styles.line} aria-hidden="true">
        {stops.map((k) => (
          <span key={k} className={styles.stop} data-passed={k < value || undefined}>
            {k === 0 || named.has(k) ? <span>{k === 0 ? first : String(numberOf(k))}</span> : null}
          </span>
        ))}
      </div>
      <input
        type="range"
        aria-label={label}
        aria-valuetext={valueText}
        min={0}
        max={last}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </div>
  );
}
