/** What the last layer does with the gradient of a step: gates and cells, a column for each unit. */

import { useWords } from '../../../ui/Say';
import { UnitRows } from '../../kit/microscope/UnitRows';
import { gateOrder } from './cell';
import type { Recorded } from './recorded';

interface CellPictureProps {
  readonly recorded: Recorded;
  readonly t: number;
}

export function CellPicture({ recorded, t }: CellPictureProps) {
  const { optimizers, units: text } = useWords().microscope;
  const { layer, units } = recorded;
  const rows = ([...gateOrder, 'cell'] as const).map((name, row) => ({
    name: text[name],
    values: layer[row]!.subarray(t * units, (t + 1) * units),
  }));
  return <UnitRows title={optimizers.cell} rows={rows} />;
}
