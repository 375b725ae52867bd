/** The optimizer lab as React sees it. */

import { hooksOf } from '../kit/context';
import type { OptimizerLab } from './lab';

export const { useLab, useLabState } = hooksOf<OptimizerLab>();
