/** The stream in focus, drawing by drawing; the one of now, large, with what is answered. */

import { GlyphImage } from '../../../characters/GlyphImage';
import { letterOf } from '../../../characters/letters';
import { colorInTurn } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import { say } from '../../../words/format';
import { Shares } from '../../kit/microscope/Shares';
import { useMove } from '../../kit/microscope/useSight';
import type { Standing } from '../../kit/microscope/walk';
import { percent } from '../../kit/microscope/words';
import { stepAt } from './moment';
import type { Recorded } from './recorded';
import { isPassed, placeIn } from './steps';
import styles from './streamed.module.css';

interface StreamPictureProps {
  readonly recorded: Recorded;
  readonly standing: Standing;
}

export function StreamPicture({ recorded, standing }: StreamPictureProps) {
  const move = useMove();
  const { memory } = useWords().microscope;
  const step = stepAt(recorded, standing);
  const { shown, ways, probabilities } = recorded;
  const { pixels, label } = shown[step]!;
  const isAnswered = isPassed(recorded, standing, 'answer');
  const shares = probabilities.subarray(step * ways, (step + 1) * ways);
  const seen = isAnswered
    ? say(memory.answered, { label: letterOf(label), share: percent(shares[label]!) })
    : memory.unanswered;
  return (
    <figure className={styles.stream}>
      <figcaption>{memory.stream}</figcaption>
      <ol aria-label={memory.stream}>
        {shown.map((drawing, t) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a drawing is its place
          <li key={t} data-later={t > step || undefined}>
            <button
              type="button"
              aria-label={say(memory.go, { at: t + 1, label: letterOf(drawing.label) })}
              aria-current={t === step ? 'true' : undefined}
              onClick={() => move({ line: placeIn(recorded, t, standing.name) })}
            >
              <GlyphImage image={drawing.pixels} label="" />
              <b style={{ color: colorInTurn(drawing.label) }}>
                {t < step ? letterOf(drawing.label) : ''}
              </b>
            </button>
          </li>
        ))}
      </ol>
      <div className={styles.now}>
        <GlyphImage image={pixels} label={say(memory.now, { at: step + 1 })} />
        <Shares
          label={seen}
          shares={isAnswered ? shares : null}
          classes={Array.from({ length: ways }, (_, way) => way)}
          own={isAnswered ? label : -1}
          nameOf={letterOf}
        />
      </div>
    </figure>
  );
}
