/** The choice between mean and median of a curve over many tasks. */

import { Button } from '../../ui/controls/Button';
import { useWords } from '../../ui/Say';

export type Average = 'mean' | 'median';

interface AverageProps {
  readonly value: Average;
  readonly onChange: (value: Average) => void;
  /** What sets the two apart here. */
  readonly help: string;
}

export function AverageButton({ value, onChange, help }: AverageProps) {
  const { page } = useWords().frame;
  const other = value === 'mean' ? 'median' : 'mean';
  return (
    <Button
      small
      voice="quiet"
      aria-label={`${page[value]}: ${other === 'mean' ? page.showMean : page.showMedian}`}
      title={help}
      onClick={() => onChange(other)}
    >
      {page[value]}
    </Button>
  );
}
