/** Where the drawings of the episode lie for a method that compares embeddings. */

import { useEffect, useMemo, useRef, useState } from 'react';
import { letterOf } from '../../../characters/letters';
import { ticks } from '../../../ui/charts/axis';
import { Figure } from '../../../ui/charts/Figure';
import { Clip } from '../../../ui/charts/layers';
import { type Axis, PlotFrame, usePlot } from '../../../ui/charts/PlotFrame';
import type { TableData } from '../../../ui/charts/table';
import { colorInTurn } from '../../../ui/palette';
import { Text, useWords } from '../../../ui/Say';
import type { Words } from '../../../words/words';
import { embeddingNames, type OmniglotView } from '../fields';
import { useLab, useLabels, useLabState, useMethods } from '../hooks';
import { methodOf } from '../methods/registry';
import styles from './embedding.module.css';
import { halfHeight, type Place, type Places, placesOf } from './plane';

export function EmbeddingPanel() {
  const lab = useLab();
  const words = useWords();
  const text = words.omniglot.embedding;
  const labelOf = useLabels();
  const methods = useMethods();
  const task = useLabState((s) => s.answers.episode);
  const chosen = useLabState((s) => s.view.plane);
  const names = embeddingNames.filter((name) => methods.includes(name));
  const name = names.includes(chosen) ? chosen : names[0];
  const plane = (name === undefined ? undefined : task?.methods[name]?.plane) ?? null;
  const places = useMemo(
    () => (plane === null || task === null ? null : placesOf(plane, task)),
    [plane, task],
  );
  const prototypes = name !== undefined && methodOf(name).embeds === 'prototypes';
  return (
    <Figure
      title={text.title}
      part="own"
      className={styles.embedding}
      note={text.note}
      table={() => ({ ...tableOf(words, places), of: task })}
    >
      {name === undefined ? (
        <p className={styles.none}>
          <Text of={text.none} />
        </p>
      ) : (
        <div className={styles.frame}>
          <div className={styles.bar}>
            <select
              className={styles.pick}
              aria-label={text.whose}
              value={name}
              onChange={({ target }) => lab.see({ plane: target.value as OmniglotView['plane'] })}
            >
              {names.map((each) => (
                <option key={each} value={each}>
                  {labelOf(each)}
                </option>
              ))}
            </select>
            <Key prototypes={prototypes} />
          </div>
          <Plane places={places} prototypes={prototypes} />
        </div>
      )}
    </Figure>
  );
}

/** Axes shrink when what they hold needs less than this of them. */
const ROOM = 0.6;

interface PlaneProps {
  readonly places: Places | null;
  readonly prototypes: boolean;
}

function Plane({ places, prototypes }: PlaneProps) {
  const frame = useRef<HTMLDivElement>(null);
  const ratio = useRatio(frame);
  const [half, setHalf] = useState(1);
  // While the next episode is on its way, the axes of the last one stay.
  const wanted = places === null ? half : halfHeight(places, ratio);
  // Nor do they shrink for a little: new axes cost a layout of the chart, and unsettle the eye.
  if (wanted > half || wanted < ROOM * half) setHalf(wanted);
  const { first, second } = useWords().omniglot.embedding;
  const x = useMemo(() => axis(half * ratio, first), [half, ratio, first]);
  const y = useMemo(() => axis(half, second), [half, second]);
  return (
    <div ref={frame} className={styles.plane}>
      <PlotFrame x={x} y={y}>
        <Clip>{places === null ? null : <Marks places={places} prototypes={prototypes} />}</Clip>
      </PlotFrame>
    </div>
  );
}

const axis = (half: number, label: string): Axis => {
  const domain = [-half, half] as const;
  return { domain, ticks: ticks(domain, 5), label };
};

/** Width over height of an element, in steps that are too small to see. */
function useRatio(element: React.RefObject<HTMLElement | null>): number {
  const [ratio, setRatio] = useState(1.6);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      if (height > 0) setRatio(Math.round((50 * width) / height) / 50);
    });
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, [element]);
  return ratio;
}

/** More support points than this are drawn smaller. */
const MANY = 25;

/** Letters for query points, letters in circles for support points, crosses for prototypes; few and large above many. */
function Marks({ places, prototypes }: { readonly places: Places; readonly prototypes: boolean }) {
  const plot = usePlot();
  if (plot === null) return null;
  const at = ({ x, y }: Place) => `translate(${plot.x(x).toFixed(1)} ${plot.y(y).toFixed(1)})`;
  const seen = (list: readonly Place[]) =>
    list.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  const crosses = prototypes
    ? seen(places.means).map((place) => (
        <g key={place.way} className={styles.prototype} transform={at(place)}>
          <path d="M-14 0H14M0 -14V14" stroke={colorInTurn(place.way)} />
        </g>
      ))
    : null;
  // The prototype of one support point lies where that does, and must leave its letter free.
  const below = places.support.length === places.means.length;
  return (
    <g className={styles.marks} data-many={places.support.length > MANY || undefined}>
      {seen(places.query).map((place, i) => (
        <text
          // biome-ignore lint/suspicious/noArrayIndexKey: a drawing is its place
          key={i}
          className={styles.query}
          transform={at(place)}
          fill={colorInTurn(place.way)}
        >
          {letterOf(place.way)}
        </text>
      ))}
      {below ? crosses : null}
      {seen(places.support).map((place, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a drawing is its place
        <g key={i} className={styles.support} transform={at(place)}>
          <circle stroke={colorInTurn(place.way)} />
          <text>{letterOf(place.way)}</text>
        </g>
      ))}
      {below ? null : crosses}
    </g>
  );
}

function Key({ prototypes }: { readonly prototypes: boolean }) {
  const { support, query, prototype } = useWords().omniglot.embedding;
  return (
    <p className={styles.key}>
      <span>
        <svg viewBox="-10 -10 20 20" aria-hidden="true">
          <circle r={8.5} stroke="currentColor" />
        </svg>
        <span>{` ${support}`}</span>
      </span>
      <span>
        <b aria-hidden="true">A</b>
        <span>{` ${query}`}</span>
      </span>
      {prototypes ? (
        <span>
          <svg viewBox="-10 -10 20 20" aria-hidden="true">
            <path d="M-9 0H9M0 -9V9" stroke="currentColor" />
          </svg>
          <span>{` ${prototype}`}</span>
        </span>
      ) : null}
    </p>
  );
}

function tableOf({ omniglot: { embedding: text } }: Words, places: Places | null): TableData {
  const rows = (['support', 'query'] as const).flatMap((set) =>
    (places?.[set] ?? []).map(({ x, y, way }) => [text[set], letterOf(way), x, y]),
  );
  return { columns: [text.set, text.class, text.first, text.second], rows };
}
