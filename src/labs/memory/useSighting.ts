/** The sighting of its character that the drawing in sight is, as accuracies count it; null of one that they do not count, and while a person is asked: it would tell. */

import { useLabState } from './hooks';
import { stepOf } from './lab';
import { sightingOf } from './said';
import { useYou } from './you/asked';

export function useSighting(): number | null {
  const { asked } = useYou();
  const sighting = useLabState((s) => sightingOf(s.answers.stream?.shown[stepOf(s)]));
  return asked === null ? sighting : null;
}
