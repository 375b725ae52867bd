/** The algorithm as its paper has it, line by line; the line in sight is lit. */

import type { ReactNode } from 'react';
import type { ListingLine } from '../../../contenders/steps';
import { Formula } from '../../../ui/Formula';
import { useWords } from '../../../ui/Say';
import { say, sayNumber } from '../../../words/format';
import styles from './microscope.module.css';
import type { Walked } from './recorded';
import { useMove } from './useSight';
import { nextOf, type Standing } from './walk';

interface ListingProps {
  readonly listed: readonly ListingLine[];
  /** What a line is, in plain words. */
  readonly plainOf: (name: string) => string;
  readonly recorded: Walked;
  readonly standing: Standing;
  /** What stands beside a line. */
  readonly beside?: ((name: string) => ReactNode) | undefined;
}

export function Listing({ listed, plainOf, recorded, standing, beside }: ListingProps) {
  const move = useMove();
  const { microscope } = useWords();
  const { k, steps } = standing;
  return (
    <ol className={styles.listing} aria-label={microscope.listing}>
      {listed.map((line) => {
        const isHere = line.name === standing.name;
        return (
          <li key={line.name} aria-current={isHere ? 'step' : undefined}>
            <button
              type="button"
              onClick={() => move({ line: nextOf(recorded, line.name, standing.at) })}
            >
              <span>{plainOf(line.name)}</span>
              {isHere && k !== null && steps > 1 ? (
                <span className={styles.count}>
                  {say(microscope.inStep, { k: sayNumber(k + 1), of: sayNumber(steps) })}
                </span>
              ) : null}
            </button>
            {/* Its words stand beside it. */}
            <Formula key={line.tex} tex={line.tex} words="" />
            {beside?.(line.name) ?? null}
          </li>
        );
      })}
    </ol>
  );
}
