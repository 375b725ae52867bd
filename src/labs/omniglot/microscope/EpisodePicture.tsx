/** The drawings of what is in focus, and what the network says of them with the weights that it has come to. */

import { GlyphImage } from '../../../characters/GlyphImage';
import { letterOf } from '../../../characters/letters';
import { PIXELS } from '../../../tasks/glyphs/glyphs';
import { colorInTurn } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import { say } from '../../../words/format';
import { Shares } from '../../kit/microscope/Shares';
import { fitsAt, type Standing } from '../../kit/microscope/walk';
import { percent } from '../../kit/microscope/words';
import styles from './episode.module.css';
import type { Recorded } from './recorded';

/** Classes that are drawn of an episode of many: the likeliest, its own among them. */
const MOST_CLASSES = 8;
/** Drawings that are shown of a set. */
const MOST_DRAWINGS = 12;

interface EpisodePictureProps {
  readonly recorded: Recorded;
  readonly standing: Standing<Recorded['lines'][number]>;
}

export function EpisodePicture({ recorded, standing }: EpisodePictureProps) {
  const { omniglot } = useWords().microscope;
  const { drawings, start, compared } = recorded;
  const { ways, support, query, supportLabels, queryLabels } = drawings;
  const probabilities =
    compared?.probabilities ??
    (start === null ? null : fitsAt({ ...recorded, start }, standing).fit.probabilities);
  const sharesOf = (i: number) => probabilities?.subarray(i * ways, (i + 1) * ways) ?? null;
  // Those of an episode that is compared are known from a line on.
  const isKnown = compared === null || !['draw', 'embed', ...SCORED].includes(standing.name);
  const judged = queryLabels.length > 0 ? queryLabels : supportLabels;
  const images = queryLabels.length > 0 ? query : support;
  const likely = compared === null ? null : likeliest(compared.probabilities, queryLabels[0]!);
  const shown = likely ?? supportLabels.map((_, i) => i).slice(0, MOST_DRAWINGS);
  const imageOf = (all: Float32Array, i: number) => all.subarray(i * PIXELS, (i + 1) * PIXELS);
  const seen = (own: number, shares: Float32Array | null): string =>
    shares === null
      ? say(omniglot.isOf, { name: nameOf(own, ways) })
      : say(omniglot.seen, { name: nameOf(own, ways), share: percent(shares[own]!) });
  return (
    <figure className={styles.episode}>
      <figcaption>{recorded.mixed === null ? omniglot.task : omniglot.drawings}</figcaption>
      {queryLabels.length > 0 || recorded.mixed !== null ? (
        <ul className={styles.set} aria-label={omniglot.support}>
          {shown.map((i) => {
            // Of an episode that is compared, the first drawing of each of the likeliest classes.
            const at = likely === null ? i : supportLabels.indexOf(i);
            const way = supportLabels[at]!;
            return (
              <li key={at} style={{ '--way': colorInTurn(way) }}>
                <GlyphImage image={imageOf(support, at)} label="" />
                {recorded.mixed === null ? <b>{nameOf(way, ways)}</b> : null}
              </li>
            );
          })}
        </ul>
      ) : null}
      {recorded.mixed === null ? (
        <ul className={styles.judged} aria-label={omniglot.judged}>
          {judged.slice(0, MOST_DRAWINGS).map((way, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a drawing is its place
            <li key={i}>
              <GlyphImage image={imageOf(images, i)} label="" />
              <Shares
                label={seen(way, isKnown ? sharesOf(i) : null)}
                shares={isKnown ? sharesOf(i) : null}
                classes={likely ?? Array.from({ length: ways }, (_, w) => w)}
                own={way}
                nameOf={(each) => nameOf(each, ways)}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        {compared === null || recorded.mixed !== null
          ? null
          : say(omniglot.likeliest, { count: shown.length, ways })}
      </p>
    </figure>
  );
}

const SCORED = ['prototypes', 'cosines'];

const nameOf = (way: number, ways: number): string =>
  ways <= 26 ? letterOf(way) : String(way + 1);

/** The classes that are likeliest, the own one among them, in their order. */
function likeliest(shares: Float32Array, own: number): readonly number[] {
  const others = Array.from(shares, (_, way) => way)
    .filter((way) => way !== own)
    .sort((a, b) => shares[b]! - shares[a]!);
  return [own, ...others.slice(0, MOST_CLASSES - 1)].sort((a, b) => a - b);
}
