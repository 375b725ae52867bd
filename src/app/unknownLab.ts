/** Says that an address names a lab that there is not; loaded when one does. */

import { labNames, type PlaceName } from '../labs/names';
import { notify } from '../session/notices';
import { say, sayList } from '../words/format';

/** @param shown what is shown instead */
export function tellUnknown(unknown: string, shown: PlaceName): void {
  notify({
    key: 'route',
    tone: 'warning',
    message: ({ frame }) => say(frame.app.unknownLab, { lab: unknown.slice(0, 24), shown }),
    hint: ({ frame }) => say(frame.app.unknownLabHint, { labs: sayList(labNames) }),
  });
}
