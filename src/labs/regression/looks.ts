import { type AlgorithmName, algorithmNames } from '../../algorithms/registry';
import { type Look, lookOf } from '../../ui/palette';

/** A contender's colour and dash pattern, the same in every chart. */
export const looks = Object.fromEntries(
  algorithmNames.map((name, index) => [name, lookOf(index)]),
) as Readonly<Record<AlgorithmName, Look>>;
