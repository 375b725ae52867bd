/** The way into the microscope, or the microscope. */

import { Late, type LateProps } from '../Late';
import { useIsOpen } from './useSight';
import { WalkButton } from './WalkButton';

export interface WalkPlaceProps<Given extends object>
  extends Pick<LateProps<Given>, 'of' | 'given'> {
  /** On the button. */
  readonly says: string;
}

export function WalkPlace<Given extends object>({ of, given, says }: WalkPlaceProps<Given>) {
  return useIsOpen() ? <Late of={of} given={given} /> : <WalkButton says={says} of={of} />;
}
