/** Curves of a plot by name, so that their values can be read off where a person points. */

import { createContext } from 'react';
import type { Look } from '../palette';

export interface NamedCurve {
  readonly name: string;
  readonly look: Look;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/** What is in sight now, from the latest drawing: in the order in which it was drawn first. */
export type NamedCurves = Map<string, NamedCurve>;

export const NamedCurvesContext = createContext<NamedCurves | null>(null);
