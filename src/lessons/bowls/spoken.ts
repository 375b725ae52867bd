/** Numbers and places as a screen reader says them. */

import { say } from '../../words/format';
import { words } from '../../words/words';
import type { Vector } from './bowls';

export const spoken = (value: number): string => value.toFixed(2).replace('-', '−');

export const spokenPlace = ([x, y]: Vector): string =>
  say(words().frame.charts.position, { x: spoken(x), y: spoken(y) });
