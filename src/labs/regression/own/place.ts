/** What makes, reads and shows a task of one's own: loaded when a person asks for it, or an address has one. */

import { notify } from '../../../session/notices';
import type { RegressionLab } from '../lab';
import { loadPart } from '../lateParts';

/** @param asked whether a person asks for the panel */
export const loadOwn = (lab: RegressionLab, asked = false): void =>
  void loadPart('ownTask', () => import('./Views')).then(
    ({ begin }) => begin(lab, asked),
    () => notify({ key: 'own', tone: 'warning', message: ({ frame }) => frame.app.notLoaded }),
  );
