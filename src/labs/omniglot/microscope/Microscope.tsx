/** The next meta-iteration of a method of this lab, line by line. */

import { useMemo } from 'react';
import type { ListingLine } from '../../../contenders/steps';
import { useWords } from '../../../ui/Say';
import { say, sayNumber } from '../../../words/format';
import { Microscope as Common } from '../../kit/microscope/Microscope';
import { PlanePicture } from '../../kit/microscope/PlanePicture';
import { useLabels, useLabState } from '../hooks';
import { type MethodName, ownIn, trainingOf } from '../methods/registry';
import { comparisonLines, withComparison } from './comparison';
import { EmbeddingPlane } from './EmbeddingPlane';
import { EpisodePicture } from './EpisodePicture';
import type { Recorded } from './recorded';
import { lineWords, saidOf } from './words';

type Line = Recorded['lines'][number];

const draw = {
  task: String.raw`S_i,\,Q_i\sim\mathcal T_i\sim p(\mathcal T)`,
  drawings: String.raw`(x,y)\sim\mathcal D`,
};

export function Microscope({ name }: { readonly name: MethodName }) {
  const words = useWords();
  const labelOf = useLabels();
  const running = useLabState((s) => s.running);
  const trace = useLabState((s) => s.answers.trace);
  const mine = trace?.method === name ? trace : null;
  const answer = useMemo(
    () =>
      mine === null ? null : { ...mine, recorded: mine.recorded && withComparison(mine.recorded) },
    [mine],
  );
  const recorded = answer?.recorded ?? null;
  const training = trainingOf(name)!;
  const own = ownIn(name, running);
  const tex = training.shape === undefined ? draw.drawings : draw.task;
  const listed: readonly ListingLine[] = [
    { name: 'draw', tex },
    ...(recorded?.compared ? comparisonLines(recorded.compared.how) : []),
    ...training.contender.listing(own),
  ];
  const { omniglot, taskAt } = words.microscope;
  return (
    <Common<Line, Recorded>
      name={name}
      label={labelOf(name)}
      answer={answer}
      listed={listed}
      plainOf={(line) => (recorded === null ? '' : lineWords(words, recorded, line).plain)}
      focusOf={(number, { tasks, compared }) =>
        say(compared === null ? taskAt : omniglot.queryAt, {
          at: sayNumber(number + 1),
          of: sayNumber(tasks),
        })
      }
      saidOf={(of, standing) => saidOf(words, of, standing)}
      pictures={(of, standing) => (
        <>
          <EpisodePicture recorded={of} standing={standing} />
          {of.compared === null ? (
            <PlanePicture
              recorded={of}
              standing={standing}
              rate={name === 'reptile' ? running.reptileRate : running.innerRate}
            />
          ) : (
            <EmbeddingPlane recorded={of} compared={of.compared} line={standing.name} />
          )}
        </>
      )}
    />
  );
}
