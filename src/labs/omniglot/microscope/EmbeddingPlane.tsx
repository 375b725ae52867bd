/** An episode in the plane in which its embeddings differ most: support drawings, prototypes, and the query with its spokes. */

import { TakeCorner } from '../../../ui/charts/TakeCorner';
import { colorInTurn } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import text from '../../../ui/text.module.css';
import common from '../../kit/microscope/microscope.module.css';
import styles from './episode.module.css';
import type { Compared, Recorded } from './recorded';

/** The picture's own units. */
const SIZE = 320;
const RIM = 16;

interface EmbeddingPlaneProps {
  readonly recorded: Recorded;
  readonly compared: Compared;
  readonly line: string;
}

export function EmbeddingPlane({ recorded, compared, line }: EmbeddingPlaneProps) {
  const { omniglot } = useWords().microscope;
  const { supportLabels, queryLabels, ways } = recorded.drawings;
  const { plane, how, scores } = compared;
  const point = (i: number) => [plane[2 * i]!, plane[2 * i + 1]!] as const;
  // Of all that is drawn: the other queries are not.
  const inSight = [...supportLabels.keys(), supportLabels.length + recorded.task].map(point);
  const [xs, ys] = [inSight.map(([x]) => x), inSight.map(([, y]) => y)];
  const middle = [xs, ys].map((all) => (Math.min(...all) + Math.max(...all)) / 2);
  const widest = Math.max(...[xs, ys].map((all) => Math.max(...all) - Math.min(...all)), 1e-12);
  const scale = (SIZE - 2 * RIM) / widest;
  const at = (i: number) => {
    const [x, y] = point(i);
    return [SIZE / 2 + scale * (x - middle[0]!), SIZE / 2 - scale * (y - middle[1]!)] as const;
  };
  const support = supportLabels.map((way, i) => ({ way, place: at(i) }));
  const means = Array.from({ length: ways }, (_, way) => {
    const own = support.filter((point) => point.way === way);
    const mean = (axis: 0 | 1) => own.reduce((sum, { place }) => sum + place[axis], 0) / own.length;
    return { way, place: [mean(0), mean(1)] as const };
  });
  const [x, y] = at(supportLabels.length + recorded.task);
  const embedded = line !== 'draw';
  const scored = embedded && line !== 'embed';
  const ends = how === 'prototypes' ? means : support;
  const best = scores.indexOf(Math.max(...scores));
  return (
    <figure className={common.plane}>
      <TakeCorner title={omniglot.plane} />
      <figcaption>{omniglot.plane}</figcaption>
      <svg role="img" aria-label={omniglot.planeSeen} viewBox={`0 0 ${SIZE} ${SIZE}`}>
        {embedded ? (
          <>
            {scored
              ? ends.map(({ place }, i) => (
                  <path
                    // biome-ignore lint/suspicious/noArrayIndexKey: an end is its place
                    key={i}
                    className={styles.spoke}
                    data-best={i === best || undefined}
                    d={`M${x.toFixed(1)} ${y.toFixed(1)}L${place[0].toFixed(1)} ${place[1].toFixed(1)}`}
                  />
                ))
              : null}
            {support.map(({ way, place }, i) => (
              <circle
                // biome-ignore lint/suspicious/noArrayIndexKey: a drawing is its place
                key={i}
                className={styles.point}
                cx={place[0]}
                cy={place[1]}
                r={4}
                stroke={colorInTurn(way)}
              />
            ))}
            {scored && how === 'prototypes'
              ? means.map(({ way, place }) => (
                  <path
                    key={way}
                    className={styles.cross}
                    stroke={colorInTurn(way)}
                    d={`M${place[0] - 6} ${place[1]}h12M${place[0]} ${place[1] - 6}v12`}
                  />
                ))
              : null}
            <circle
              className={styles.query}
              cx={x}
              cy={y}
              r={6}
              fill={colorInTurn(queryLabels[0]!)}
            />
          </>
        ) : null}
      </svg>
      <p className={text.hint}>{how === 'prototypes' ? omniglot.crosses : omniglot.rings}</p>
    </figure>
  );
}
