/**
 * Opens the microscope. What it is made of is fetched when a pointer, a finger or the focus comes near, and the next
 * meta-iteration is recorded.
 */

import { load } from '../../../compute/fault';
import { Button } from '../../../ui/controls/Button';
import { useAnyLab } from '../context';
import { useMove } from './useSight';

interface WalkButtonProps {
  readonly says: string;
  readonly of: () => Promise<unknown>;
}

export function WalkButton({ says, of }: WalkButtonProps) {
  const lab = useAnyLab();
  const move = useMove();
  const near = () => {
    // What cannot be fetched now is tried again, and missed aloud, when it is opened.
    void load(of).catch(() => {});
    lab.foresee('trace');
  };
  return (
    <Button
      data-part="walk"
      onPointerEnter={near}
      onFocus={near}
      onClick={() => move({ microscope: 'open', line: 0 })}
    >
      {says}
    </Button>
  );
}
