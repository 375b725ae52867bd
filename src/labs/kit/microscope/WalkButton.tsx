/** Opens the microscope. What it is made of is fetched when a pointer, a finger or the focus comes near. */

import { load } from '../../../compute/fault';
import { Button } from '../../../ui/controls/Button';
import { useMove } from './useSight';

interface WalkButtonProps {
  readonly says: string;
  readonly of: () => Promise<unknown>;
}

export function WalkButton({ says, of }: WalkButtonProps) {
  const move = useMove();
  // What cannot be fetched now is tried again, and missed aloud, when it is opened.
  const fetchIt = () => void load(of).catch(() => {});
  return (
    <Button
      data-part="walk"
      onPointerEnter={fetchIt}
      onPointerDown={fetchIt}
      onFocus={fetchIt}
      onClick={() => move({ microscope: 'open', line: 0 })}
    >
      {says}
    </Button>
  );
}
