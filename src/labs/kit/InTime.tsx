/**
 * A panel that is loaded when it comes into the window, or somebody may want it soon; its place is kept. To a hall it can
 * be shown without coming into the window.
 */

import { useRef } from 'react';
import { useStore } from 'zustand';
import { lecture } from '../../ui/lecture';
import { useWanted } from '../../ui/useWanted';
import { Late, type LateProps } from './Late';

export function InTime<Given extends object>({ of, given }: LateProps<Given>) {
  const place = useRef<HTMLDivElement>(null);
  const { on } = useStore(lecture);
  const near = useWanted(place);
  const empty = <div ref={place} data-awaited />;
  return near || on ? <Late of={of} given={given} awaited={empty} quiet /> : empty;
}
