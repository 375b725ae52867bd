/** A panel that is loaded when it comes into the window, or somebody may want it soon; its place is kept. */

import { useRef } from 'react';
import { useWanted } from '../../ui/useWanted';
import { Late, type LateProps } from './Late';

export function InTime<Given extends object>({ of, given }: LateProps<Given>) {
  const place = useRef<HTMLDivElement>(null);
  const wanted = useWanted(place);
  const empty = <div ref={place} />;
  return wanted ? <Late of={of} given={given} awaited={empty} quiet /> : empty;
}
