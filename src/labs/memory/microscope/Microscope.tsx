/** The next meta-iteration of a reader, line by line: a stream of it, drawing by drawing, then the step of its weights. */

import { useState } from 'react';
import type { ListingLine } from '../../../contenders/steps';
import { Chips } from '../../../ui/controls/Chips';
import { useWords } from '../../../ui/Say';
import { say, sayNumber } from '../../../words/format';
import { Microscope as Common } from '../../kit/microscope/Microscope';
import type { SeenLine } from '../../kit/microscope/recorded';
import { useLabState } from '../hooks';
import type { ReaderName } from '../methods';
import { listingOf } from '../registry';
import { KeptPicture } from './KeptPicture';
import { stepLines, streamLoss } from './lines';
import { headsIn, sharpestIn } from './moment';
import type { Recorded } from './recorded';
import { StreamPicture } from './StreamPicture';
import { lineWords, saidOf } from './words';

const draw = {
  name: 'draw',
  tex: String.raw`(x_1,y_1),\dots,(x_T,y_T)\sim p(\mathcal T)`,
} as const satisfies ListingLine;

export function Microscope({ name }: { readonly name: ReaderName }) {
  const words = useWords();
  const running = useLabState((s) => s.running);
  const trace = useLabState((s) => s.answers.trace);
  /** The head that a person chose to follow. */
  const [chosen, setChosen] = useState<number | null>(null);
  const answer = trace?.reader === name ? trace : null;
  const { memory } = words.microscope;
  const headOf = (recorded: Recorded) =>
    chosen !== null && chosen < headsIn(recorded) ? chosen : sharpestIn(recorded);
  return (
    <Common<SeenLine, Recorded>
      name={name}
      label={words.contenders[name].label}
      answer={answer}
      listed={[draw, ...stepLines(name, running), streamLoss, ...listingOf(name)]}
      plainOf={(line) => lineWords(words, line).plain}
      focusOf={(number, { tasks }) =>
        say(memory.streamAt, { at: sayNumber(number + 1), of: sayNumber(tasks) })
      }
      saidOf={(recorded, standing) =>
        saidOf(words, recorded, standing, { head: headOf(recorded), decay: running.mannDecay })
      }
      pictures={(recorded, standing) => (
        <>
          <StreamPicture recorded={recorded} standing={standing} />
          <div>
            {headsIn(recorded) > 1 ? (
              <Chips
                legend={memory.head}
                options={Array.from({ length: headsIn(recorded) }, (_, head) => String(head + 1))}
                face={(head) => <span>{head}</span>}
                value={String(headOf(recorded) + 1)}
                onChange={(head) => setChosen(Number(head) - 1)}
              />
            ) : null}
            <KeptPicture recorded={recorded} standing={standing} head={headOf(recorded)} />
          </div>
        </>
      )}
    />
  );
}
