/** The algorithm as its paper has it, line by line; the line in sight is lit. */

import type { ListingLine } from '../../../contenders/steps';
import { Formula } from '../../../ui/Formula';
import { useWords } from '../../../ui/Say';
import { say, sayNumber } from '../../../words/format';
import { ownOf } from '../../kit/ownFields';
import { useLab, useLabState } from '../hooks';
import { type ContenderName, contenderOf } from '../methods';
import styles from './microscope.module.css';
import type { Recorded } from './recorded';
import { nextOf, type Standing } from './walk';
import { lineWords } from './words';

const draw = {
  name: 'draw',
  tex: String.raw`S_i,\,Q_i\sim\mathcal T_i\sim p(\mathcal T)`,
} as const satisfies ListingLine;

interface ListingProps {
  readonly name: ContenderName;
  readonly recorded: Recorded;
  readonly standing: Standing;
}

export function Listing({ name, recorded, standing }: ListingProps) {
  const lab = useLab();
  const words = useWords();
  const { microscope } = words;
  const running = useLabState((s) => s.running);
  const contender = contenderOf(name);
  const listed = [draw, ...contender.listing(ownOf(name, contender, running))];
  const { k, steps } = standing;
  return (
    <ol className={styles.listing} aria-label={microscope.listing}>
      {listed.map((line) => {
        const isHere = line.name === standing.name;
        const { plain } = lineWords(words, line.name);
        return (
          <li key={line.name} aria-current={isHere ? 'step' : undefined}>
            <button
              type="button"
              onClick={() => lab.see({ line: nextOf(recorded, line.name, standing.at) })}
            >
              <span>{plain}</span>
              {isHere && k !== null && steps > 1 ? (
                <span className={styles.count}>
                  {say(microscope.inStep, { k: sayNumber(k + 1), of: sayNumber(steps) })}
                </span>
              ) : null}
            </button>
            {/* Its words stand beside it. */}
            <Formula key={line.tex} tex={line.tex} words="" />
          </li>
        );
      })}
    </ol>
  );
}
