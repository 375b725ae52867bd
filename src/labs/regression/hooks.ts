/** The regression lab as React sees it. */

import { hooksOf } from '../kit/context';
import type { RegressionLab } from './lab';

export const { useLab, useLabState } = hooksOf<RegressionLab>();
