import { expect, it, vi } from 'vitest';
import { decodeAddress } from '../../spec/address';
import { encodeSpec } from '../../spec/spec';
import { enterAt, type Scened } from '../kit/story/scenes';
import { definition } from './lab';

/** The settings of an address, as text, and as they are. */
function settings(query: string) {
  const { spec, view } = decodeAddress(definition, new URLSearchParams(query)).address;
  return { spec, view, text: String(encodeSpec(definition.fields, spec)) };
}

it.each([
  ['shots=7', false, true],
  ['shots=7&hidden=8', false, false],
  ['shots=7', true, false],
])(
  'a scene is come back to with a run of its settings alone: %s, tuned %s',
  (left, tuned, isTaken) => {
    const now = settings('shots=5');
    const takeUp = vi.fn();
    const lab = {
      definition,
      ended: new AbortController().signal,
      put: () => null,
      showIn: vi.fn(),
      takeUp,
      store: { getState: () => ({ ...now, running: now.spec, tuned: false }) },
    } as unknown as Scened;
    const own = {
      run: { resume: { iteration: 30 } },
      running: settings(left).text,
      extra: { tuned, origin: null },
    } as never;
    enterAt(lab, new URLSearchParams('shots=7'), { until: 20, own, opened: false });
    const [, , put] = takeUp.mock.calls[0]!;
    expect(put?.run.resume.iteration).toBe(isTaken ? 30 : undefined);
  },
);
