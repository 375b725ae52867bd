/** What is said of a line, in the run's own numbers. */

import { say, sayNumber } from '../../../words/format';
import type { Words } from '../../../words/words';
import { fitsAt, type LineName, type Standing } from '../../kit/microscope/walk';
import { degrees, percent, short } from '../../kit/microscope/words';
import type { Compared, Fit, Recorded } from './recorded';

type LineWords = Words['microscope']['omniglot']['compares']['embed'];

/** The words of a line: of one that compares, of one that mixes, of one without query drawings, or everybody's. */
export function lineWords({ microscope }: Words, recorded: Recorded, name: LineName): LineWords {
  const { adapts, alone, compares, mixes } = microscope.omniglot;
  const own: Readonly<Record<string, unknown>> = (() => {
    if (recorded.compared !== null) return compares;
    if (recorded.mixed !== null) return mixes;
    return recorded.start!.query === null ? alone : adapts;
  })();
  const all: Readonly<Record<string, unknown>> = microscope.lines;
  return (own[name] ?? all[name]) as LineWords;
}

export function saidOf(
  words: Words,
  recorded: Recorded,
  standing: Standing<Recorded['lines'][number]>,
): string {
  const { drawings, tasks, start, before, after } = recorded;
  const { seen } = standing;
  const fits = start === null ? null : fitsAt({ ...recorded, start }, standing);
  return say(lineWords(words, recorded, standing.name).said, {
    tasks: sayNumber(tasks),
    points: sayNumber(recorded.mixed ?? drawings.supportLabels.length),
    asked: sayNumber(recorded.compared?.queries ?? drawings.queryLabels.length),
    ways: sayNumber(drawings.ways),
    length: short(seen?.length ?? 0),
    ...{ turned: degrees(seen?.turned ?? 0), changed: percent(seen?.changed ?? 0) },
    ...lossesOf(fits?.fit ?? null, fits?.fitBefore ?? null),
    ...comparisonOf(recorded.compared, drawings),
    ...{ before: short(before, 5), after: short(after, 5) },
  });
}

const lossesOf = (fit: Fit | null, before: Fit | null) => ({
  ...{ support: short(fit?.support ?? 0), supportBefore: short(before?.support ?? 0) },
  ...{ query: short(fit?.query ?? 0), queryBefore: short(before?.query ?? 0) },
});

function comparisonOf(compared: Compared | null, drawings: Recorded['drawings']) {
  const none = { width: '', score: '', best: '', share: '', loss: '', mean: '', right: '' };
  if (compared === null) return none;
  const { how, scores, probabilities } = compared;
  const own = drawings.queryLabels[0]!;
  const isOwn = (i: number) => (how === 'prototypes' ? i : drawings.supportLabels[i]!) === own;
  const greatest = (wanted: boolean) =>
    Math.max(...Array.from(scores).filter((_, i) => isOwn(i) === wanted));
  return {
    width: sayNumber(compared.width),
    ...{ score: short(greatest(true)), best: short(greatest(false)) },
    share: percent(probabilities[own]!),
    ...{ loss: short(compared.loss), mean: short(compared.mean) },
    right: sayNumber(compared.right),
  };
}
