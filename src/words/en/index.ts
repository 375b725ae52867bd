/** English: every catalogue of this folder, loaded when its area is. */

import { loaderOf } from '../folder';

export const load = loaderOf(import.meta.glob(['./*.ts', '!./index.ts']));
