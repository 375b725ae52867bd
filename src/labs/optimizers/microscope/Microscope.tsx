/** The next meta-iteration of the learned optimiser, line by line, at one coordinate of one problem. */

import type { ListingLine } from '../../../contenders/steps';
import { useWords } from '../../../ui/Say';
import { say, sayNumber } from '../../../words/format';
import { Microscope as Common } from '../../kit/microscope/Microscope';
import { ownOf } from '../../kit/ownFields';
import { useLabState } from '../hooks';
import { subject, trained } from '../racers';
import { CellPicture } from './CellPicture';
import type { Recorded, RecordedLine } from './recorded';
import { UnrollPicture } from './UnrollPicture';
import { UpdatesPlot } from './UpdatesPlot';
import { lineWords, momentAt, saidOf } from './words';

const draw = {
  name: 'draw',
  tex: String.raw`f\sim p(f),\ \theta_0`,
} as const satisfies ListingLine;

export function Microscope() {
  const words = useWords();
  const running = useLabState((s) => s.running);
  const answer = useLabState((s) => s.answers.trace);
  const rule = trained[subject];
  const { unroll: steps, objective, gradients, rate, clip } = running;
  const settings = { steps, objective, secondOrder: gradients === 'flow', rate, clip };
  const { problemAt } = words.microscope.optimizers;
  return (
    <Common<RecordedLine, Recorded>
      name={subject}
      label={words.contenders[subject].label}
      answer={answer}
      listed={[draw, ...rule.listing(settings, ownOf(subject, rule, running))]}
      plainOf={(line) => lineWords(words, line).plain}
      focusOf={(number, { tasks }) =>
        say(problemAt, { at: sayNumber(number + 1), of: sayNumber(tasks) })
      }
      saidOf={(recorded, standing) => saidOf(words, recorded, standing)}
      pictures={(recorded, standing) => {
        const t = momentAt(recorded, standing);
        return (
          <>
            <UpdatesPlot recorded={recorded} t={t} />
            <div>
              <CellPicture recorded={recorded} t={t} />
              <UnrollPicture recorded={recorded} t={t} line={standing.name} />
            </div>
          </>
        );
      }}
    />
  );
}
