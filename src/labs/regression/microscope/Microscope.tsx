/** The next meta-iteration of a contender of this lab, line by line. */

import type { ListingLine } from '../../../contenders/steps';
import { useWords } from '../../../ui/Say';
import { say, sayNumber } from '../../../words/format';
import { Microscope as Common } from '../../kit/microscope/Microscope';
import { PlanePicture } from '../../kit/microscope/PlanePicture';
import { ownOf } from '../../kit/ownFields';
import { useLabState } from '../hooks';
import type { ContenderName } from '../methods';
import { contenderOf } from '../registry';
import './asks';
import { Faded } from './Faded';
import type { Recorded, RecordedLine } from './recorded';
import { TaskPlot } from './TaskPlot';
import { lineWords, saidOf } from './words';

const draw = {
  name: 'draw',
  tex: String.raw`S_i,\,Q_i\sim\mathcal T_i\sim p(\mathcal T)`,
} as const satisfies ListingLine;

/** In the second pass, until a person has filled it. */
const BLANK = {
  name: 'throughStep',
  tex: String.raw`v\leftarrow\;?`,
} as const satisfies ListingLine;

export function Microscope({ name }: { readonly name: ContenderName }) {
  const words = useWords();
  const running = useLabState((s) => s.running);
  const answer = useLabState((s) => s.answers.trace);
  const contender = contenderOf(name);
  const blank = useLabState((s) => name === 'maml' && s.view.faded === 'blank');
  return (
    <Common<RecordedLine, Recorded>
      name={name}
      label={words.contenders[name].label}
      answer={answer?.contender === name ? answer : null}
      listed={[draw, ...contender.listing(ownOf(name, contender, running))].map((line) =>
        blank && line.name === BLANK.name ? BLANK : line,
      )}
      below={name === 'maml' ? <Faded /> : null}
      plainOf={(line) => lineWords(words, line).plain}
      focusOf={(number, { tasks }) =>
        say(words.microscope.taskAt, { at: sayNumber(number + 1), of: sayNumber(tasks) })
      }
      saidOf={(recorded, standing) => saidOf(words, recorded, standing, running)}
      pictures={(recorded, standing, iteration) => (
        <>
          <TaskPlot name={name} iteration={iteration} recorded={recorded} standing={standing} />
          <PlanePicture recorded={recorded} standing={standing} rate={running.innerRate} />
        </>
      )}
    />
  );
}
