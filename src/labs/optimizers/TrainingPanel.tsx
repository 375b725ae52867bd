/** Meta-training: the loss on validation problems, as it comes. */

import { type Ending, EndNames } from '../../ui/charts/EndNames';
import { HorizontalRule } from '../../ui/charts/layers';
import { logAxis } from '../../ui/charts/logAxis';
import { dashed, lookOf } from '../../ui/palette';
import { useWords } from '../../ui/Say';
import { say } from '../../words/format';
import { TrainingChart } from '../kit/TrainingChart';
import { useLabState } from './hooks';
import { bestTuned } from './race';
import { type TrainedName, trainedNames } from './racers';
import { Shown } from './Shown';
import { columnOf, measures, VALIDATION_PROBLEMS } from './validation';

const lookFor = (name: TrainedName) => ({
  final: lookOf(name),
  finalMean: dashed(name, 'dashed'),
  sum: dashed(name, 'dotted'),
});

/** Beside the plot, for the longest name. */
const ROOM = 8.3;

const lines = trainedNames.flatMap((name) => measures.map((measure) => ({ name, measure })));

export function TrainingPanel() {
  const { optimizers, contenders } = useWords();
  const { training } = optimizers;
  const trained = useLabState((s) => s.origin !== null);
  /** The best of those that people wrote, at the horizon of the training. */
  const rival = useLabState(({ answers: { race }, running }) =>
    race?.complete ? bestTuned(race.curves, running.horizon, 'median') : null,
  );
  const tuned =
    rival === null
      ? []
      : [
          {
            name: say(training.rival, { name: contenders[rival.name].label }),
            look: lookOf(rival.name),
            f: Math.log10(rival.f),
          },
        ];
  /** Of whom is said only where there are several. */
  const nameOf = (name: TrainedName, what: string) =>
    trainedNames.length === 1 ? what : say(training.of, { name: contenders[name].label, what });
  return (
    <TrainingChart
      title={training.title}
      note={<Shown />}
      curves={lines.map(({ name, measure }) => ({
        column: columnOf(name, measure),
        label: nameOf(name, training.columns[measure]),
        look: lookFor(name)[measure],
        width: measure === 'final' ? 2.2 : 1.6,
      }))}
      shown={Math.log10}
      tabled={(exponent) => 10 ** exponent}
      axis={(columns) => {
        const finite = [...columns.flat(), ...tuned.map(({ f }) => f)].filter(Number.isFinite);
        const [low, high] = [Math.min(-2, ...finite), Math.max(2, ...finite)];
        return logAxis(low, high, say(training.axis, { problems: VALIDATION_PROBLEMS }));
      }}
      ticks={3}
      room={ROOM}
      trained={trained}
      marks={(_at, columns) => {
        const endings = lines.map(({ name, measure }, i): Ending => {
          const values = columns[i]!.length === 0 ? null : columns[i]!;
          return {
            name: nameOf(name, training.ends[measure]),
            look: lookFor(name)[measure],
            values,
          };
        });
        return (
          <>
            {tuned.map(({ name, f }) => (
              <HorizontalRule key={name} y={f} />
            ))}
            <EndNames
              of={[...endings, ...tuned.map(({ f, ...of }) => ({ ...of, values: [f] }))]}
              beside
            />
          </>
        );
      }}
    />
  );
}
