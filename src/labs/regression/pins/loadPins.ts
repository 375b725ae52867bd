/** What pins, and draws what is pinned: loaded once a run has begun, or where something was pinned before. */

import { loadPart, NOTHING } from '../lateParts';

export const loadPins = (): void => void loadPart('pins', () => import('./Views')).catch(NOTHING);
