import { type Look, lookOf } from '../../ui/palette';
import { type RacerName, racerNames } from './spec';

/** A racer's colour and dash pattern, the same in every chart. */
export const looks = Object.fromEntries(
  racerNames.map((name, index) => [name, lookOf(index)]),
) as Readonly<Record<RacerName, Look>>;
