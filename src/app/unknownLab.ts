/** Says that an address names a lab that there is not; loaded when one does. */

import { labNames, type PlaceName } from '../labs/names';
import { notify } from '../session/notices';
import { say, sayList } from '../words/format';
import { loadWords } from '../words/words';

/** @param shown what is shown instead */
export async function tellUnknown(unknown: string, shown: PlaceName): Promise<void> {
  await loadWords('spec');
  notify({
    key: 'route',
    tone: 'warning',
    message: ({ spec }) => say(spec.unknownLab, { lab: unknown.slice(0, 24), shown }),
    hint: ({ spec }) => say(spec.unknownLabHint, { labs: sayList(labNames) }),
  });
}
