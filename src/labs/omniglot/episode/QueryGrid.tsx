/** The query set: each drawing, and what a method or a person makes of it; last, the query that a person drew. */

import type { ReactNode } from 'react';
import { contents, type Drawing, isBlank } from '../../../characters/drawing';
import { GlyphImage } from '../../../characters/GlyphImage';
import { letterOf } from '../../../characters/letters';
import { PIXELS } from '../../../tasks/glyphs/glyphs';
import { useWords } from '../../../ui/Say';
import { say, sayPercent } from '../../../words/format';
import type { Words } from '../../../words/words';
import { pixelsOf } from '../draw/pad';
import { QUERY } from '../fields';
import { columnsOf, type Verdict } from './episode';
import styles from './episode.module.css';
import { Place, type PlaceInHand } from './Place';
import { WRONG } from './Shape';

/** More drawings than this scroll. */
const MANY = 40;

interface QueriesProps {
  /** Of cells. */
  readonly count: number;
  /** In a row, where there is room. */
  readonly most?: number;
  readonly children: ReactNode;
}

/** Cells of query drawings. */
export function Queries({ count, most, children }: QueriesProps) {
  const { queries } = useWords().omniglot.episode;
  const list = (
    <ul
      className={styles.queries}
      style={{ '--wide': columnsOf(count, most) }}
      aria-label={queries}
    >
      {children}
    </ul>
  );
  if (count <= MANY) return list;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroll} aria-label={queries} tabIndex={0}>
      {list}
    </section>
  );
}

interface QueryDrawingProps {
  readonly query: Float32Array | null;
  readonly index: number;
}

/** One query drawing; nothing while drawings are not known. */
export function QueryDrawing({ query, index }: QueryDrawingProps) {
  if (query === null) return null;
  return <GlyphImage image={query.subarray(index * PIXELS, (index + 1) * PIXELS)} label="" />;
}

/** The query that a person drew, and what is said of it: whether that is right nobody knows. */
export interface DrawnQuery {
  readonly drawing: Drawing;
  readonly verdict: Omit<Verdict, 'right'> | null;
  readonly inHand: PlaceInHand | null;
  readonly onDraw: () => void;
}

interface QueryGridProps {
  readonly count: number;
  readonly query: Float32Array | null;
  readonly labels: readonly number[];
  readonly verdicts: readonly (Verdict | null)[];
  readonly drawn: DrawnQuery;
  /** Colour of who classifies. */
  readonly color: string;
}

export function QueryGrid({ count, query, labels, verdicts, drawn, color }: QueryGridProps) {
  const words = useWords();
  return (
    <Queries count={count + 1}>
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
              <QueryDrawing query={query} index={index} />
            </span>
            <Said verdict={verdict} truth={verdict?.right === false ? label : undefined} />
            <Bar share={verdict?.confidence ?? 0} color={color} />
            <span className="hidden-visually">{inWords(words, index + 1, label, verdict)}</span>
          </li>
        );
      })}
      <Drawn {...drawn} color={color} />
    </Queries>
  );
}

function Drawn({ drawing, verdict, inHand, onDraw, color }: DrawnQuery & { color: string }) {
  const words = useWords();
  const { byPerson, drawHere, given } = words.omniglot.episode;
  const ink = isBlank(drawing) ? null : <GlyphImage image={pixelsOf(drawing)} label="" />;
  return (
    <li className={styles.query}>
      {inHand === null ? (
        <span className={styles.drawing}>
          {ink}
          <button
            type="button"
            className={styles.over}
            aria-label={drawHere}
            title={drawHere}
            onClick={onDraw}
          />
        </span>
      ) : (
        <Place className={styles.drawing} place={QUERY} {...{ drawing, inHand }}>
          {ink}
        </Place>
      )}
      <Said verdict={verdict} note={drawing.kind === 'given' ? given : byPerson} />
      <Bar share={verdict?.confidence ?? 0} color={color} />
      <span className="hidden-visually">{drawnInWords(words, drawing, verdict)}</span>
    </li>
  );
}

function Bar({ share, color }: { readonly share: number; readonly color: string }) {
  return (
    <span className={styles.bar} aria-hidden="true">
      <span style={{ width: `${100 * share}%`, background: color }} />
    </span>
  );
}

/** A probability above this needs no number, as it is as good as certain; nor does one of what is wrong, or noted. */
const CERTAIN = 0.95;

interface SaidProps {
  readonly verdict: Omit<Verdict, 'right'> | null;
  /** The class that it is, where the verdict is wrong. */
  readonly truth?: number | undefined;
  readonly note?: string;
}

/** The answer as on a marked paper: struck through where it is wrong, with what is right beside it. */
function Said({ verdict, truth, note }: SaidProps) {
  const confidence = verdict?.confidence ?? 1;
  return (
    <span className={styles.said} aria-hidden="true">
      {verdict === null ? (
        <b>–</b>
      ) : truth === undefined ? (
        <b>{letterOf(verdict.way)}</b>
      ) : (
        <>
          <s>{letterOf(verdict.way)}</s>
          <svg viewBox="-5 -5 10 10" aria-hidden="true">
            <path d={WRONG} className={styles.cross} />
          </svg>
          <i>{letterOf(truth)}</i>
        </>
      )}
      {confidence < CERTAIN && note === undefined && truth === undefined ? (
        <small>{sayPercent(confidence)}</small>
      ) : null}
      {note === undefined ? null : <small>{note}</small>}
    </span>
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
  const { way, right } = verdict;
  const result = right ? episode.right : say(episode.wrong, { truth });
  const sure = sureInWords(episode, verdict);
  return say(episode.classified, { index, letter: letterOf(way), sure, result });
}

function drawnInWords(words: Words, drawing: Drawing, verdict: DrawnQuery['verdict']): string {
  const { episode } = words.omniglot;
  const holds = contents(words, drawing);
  if (verdict === null) return say(episode.drawn, { holds });
  const sure = sureInWords(episode, verdict);
  return say(episode.drawnClassified, { holds, letter: letterOf(verdict.way), sure });
}

const sureInWords = (
  { sure }: Words['omniglot']['episode'],
  { confidence }: Pick<Verdict, 'confidence'>,
): string => (confidence === null ? '' : say(sure, { share: sayPercent(confidence) }));
