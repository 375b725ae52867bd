/** A task of one's own on the page, at each of its places. */

import { useStore } from 'zustand';
import type { RegressionLab } from '../lab';
import { DrawLayer } from './DrawLayer';
import { Named } from './Named';
import { Panel } from './Panel';
import { panel } from './panelState';
import './read';

/** @param asked whether a person asks for the panel: it is beside the one plot that all share */
export function begin(lab: RegressionLab, asked: boolean): void {
  if (asked) panel.setState({ open: true });
  // What the address says can be read by now.
  lab.see(asked ? { arrange: 'overlay' } : {}, 'adapt');
}

export function Own({ at }: { readonly at: 'name' | 'panel' | 'plot' }) {
  const open = useStore(panel, (s) => s.open);
  if (at === 'name') return <Named />;
  if (at === 'plot') return <DrawLayer />;
  return open ? <Panel /> : null;
}
