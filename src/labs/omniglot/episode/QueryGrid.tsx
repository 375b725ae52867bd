/** The query set: each drawing with its class, and what a method or a person makes of it. */

import type { ReactNode } from 'react';
import { GlyphImage } from '../../../characters/GlyphImage';
import { PIXELS } from '../../../tasks/glyphs/glyphs';
import { useWords } from '../../../ui/Say';
import { say } from '../../../words/format';
import type { Words } from '../../../words/words';
import { letterOf, percent, type Verdict } from './episode';
import styles from './episode.module.css';
import { Mark } from './Mark';

/** More drawings than this scroll. */
const MANY = 40;

interface QueriesProps {
  readonly count: number;
  readonly children: ReactNode;
}

/** Cells of query drawings. */
export function Queries({ count, children }: QueriesProps) {
  const { queries } = useWords().omniglot.episode;
  const list = <ul className={styles.queries}>{children}</ul>;
  if (count <= MANY) return list;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroll} aria-label={queries} tabIndex={0}>
      {list}
    </section>
  );
}

/** One query drawing; nothing but its frame while drawings are not known. */
export function QueryDrawing({
  query,
  index,
}: {
  readonly query: Float32Array | null;
  readonly index: number;
}) {
  if (query === null) return null;
  return <GlyphImage image={query.subarray(index * PIXELS, (index + 1) * PIXELS)} label="" />;
}

interface QueryGridProps {
  readonly count: number;
  readonly query: Float32Array | null;
  readonly labels: readonly number[];
  readonly verdicts: readonly (Verdict | null)[];
  /** Colour of who classifies. */
  readonly color: string;
}

export function QueryGrid({ count, query, labels, verdicts, color }: QueryGridProps) {
  const words = useWords();
  return (
    <Queries count={count}>
      {Array.from({ length: count }, (_, index) => {
        const verdict = verdicts[index] ?? null;
        const label = labels[index];
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a query drawing is its place
            key={index}
            className={styles.query}
            data-wrong={verdict?.right === false || undefined}
          >
            <span className={styles.drawing}>
              {label === undefined ? null : <i aria-hidden="true">{letterOf(label)}</i>}
              <QueryDrawing query={query} index={index} />
            </span>
            <Bar share={verdict?.confidence ?? 0} color={color} />
            <span className={styles.said} aria-hidden="true">
              {label === undefined ? null : <Said verdict={verdict} />}
            </span>
            <span className="hidden-visually">{inWords(words, index + 1, label, verdict)}</span>
          </li>
        );
      })}
    </Queries>
  );
}

function Bar({ share, color }: { readonly share: number; readonly color: string }) {
  return (
    <span className={styles.bar} aria-hidden="true">
      <span style={{ width: `${100 * share}%`, background: color }} />
    </span>
  );
}

function Said({ verdict }: { readonly verdict: Verdict | null }) {
  return (
    <>
      <b>{verdict === null ? '–' : letterOf(verdict.way)}</b>
      <span>{verdict?.confidence == null ? '–' : percent(verdict.confidence)}</span>
      {verdict === null ? null : <Mark right={verdict.right} />}
    </>
  );
}

function inWords(
  { omniglot: { episode } }: Words,
  index: number,
  label: number | undefined,
  verdict: Verdict | null,
): string {
  if (label === undefined) return say(episode.queryUnknown, { index });
  const truth = letterOf(label);
  if (verdict === null) return say(episode.notClassified, { index, truth });
  const { way, confidence, right } = verdict;
  const sure = confidence === null ? '' : say(episode.sure, { share: percent(confidence) });
  const result = right ? episode.right : say(episode.wrong, { truth });
  return say(episode.classified, { index, letter: letterOf(way), sure, result });
}
