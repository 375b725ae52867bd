/**
 * At what pace a run is walked: line by line, task by task, a meta-iteration at a time, or at full speed. The pace decides
 * what of a meta-iteration is looked at on the way, and nothing about the run. Knows no React.
 */

import type { Walked } from './recorded';
import { END, type Gear, type MicroscopeView } from './view';

export type Place = Pick<MicroscopeView, 'line' | 'focus'>;

/** Where one stands after a move; and whether that is in the next meta-iteration, with this one trained. */
export interface Move {
  readonly to: Place;
  readonly trains: boolean;
}

/** Where a meta-iteration is entered in this gear. */
export function entryOf(gear: Gear, { own }: Pick<Walked, 'own'>): Place {
  if (gear === 'line') return { line: 0, focus: 0 };
  // The task's own lines as a whole; where it has none, the meta-iteration as a whole.
  return { line: gear === 'task' && own > 0 ? own : END, focus: 0 };
}

/** What comes next in this gear. At full speed nothing is walked: the run trains. */
export function moveFrom(
  gear: Gear,
  { lines, own, task, tasks }: Walked,
  { line, focus }: Place,
): Move {
  const last = lines.length;
  const next: Move = { to: entryOf(gear, { own }), trains: true };
  const within = (to: Place): Move => ({ to, trains: false });
  if (line >= last) return gear === 'line' ? { ...next, to: { line: 0, focus } } : next;
  switch (gear) {
    case 'line':
      return within({ line: line + 1, focus });
    case 'task':
      if (line < own) return within({ line: own, focus });
      if (line === own && own > 0 && task + 1 < tasks) return within({ line, focus: task + 1 });
      return within({ line: last, focus });
    case 'iteration':
    case 'full':
      return within({ line: last, focus });
    default:
      return gear satisfies never;
  }
}
