/** A run that was brought takes the place of the one in sight; the way back to that one is offered. */

import { dismiss, notify } from '../../../session/notices';
import { when } from '../../../session/when';
import { decodeAddress } from '../../../spec/address';
import { say } from '../../../words/format';
import type { Message } from '../../../words/message';
import { loadWords, type Phrase, type Words } from '../../../words/words';
import type { AnyLab } from '../context';
import type { Put } from '../story/ahead';
import type { Scened } from '../story/scenes';
import { RunError, type RunFault, type RunFile } from './runFile';

const NOTICE = 'run';
/** Milliseconds that a lab is given to begin a run of its own. */
const PATIENCE = 60_000;

interface Taken {
  readonly spec: ReturnType<Scened['store']['getState']>['spec'];
  readonly view: ReturnType<Scened['store']['getState']>['view'];
  readonly put: Put;
  readonly told: Phrase;
}

/** @throws RunError where it is of another network, or has other contenders */
export async function takeRun(lab: AnyLab, { spec, view, put, told }: Taken): Promise<void> {
  const scened = lab as unknown as Scened;
  const before = { ...scened.store.getState(), put: scened.put() };
  if (before.put?.running !== put.running) {
    // One that begins with its settings says what a run of them has; others may wait for a restart.
    const running = decodeAddress(lab.definition, new URLSearchParams(put.running)).address.spec;
    scened.takeUp(running, view, null);
  }
  const { resume: own } = await when(lab.run.store, ({ resume }) => resume !== null, PATIENCE);
  if (scened.ended.aborted) return;
  const back = () => scened.takeUp(before.spec, before.view, before.put);
  if (!fits(own, put.run.resume)) {
    back();
    throw new RunError({ code: 'damaged' });
  }
  const trains = lab.run.store.getState().phase === 'training';
  scened.takeUp(spec, view, put);
  if (trains) lab.train();
  await loadWords('runs');
  const isLost = (before.put?.run.resume.iteration ?? 0) > 0;
  notify({
    key: NOTICE,
    tone: 'info',
    message: told,
    ...(isLost
      ? {
          action: {
            label: (words: Words) => words.runs.back,
            act() {
              dismiss(NOTICE);
              back();
            },
          },
        }
      : {}),
  });
}

/** In the lab that it is of. @throws RunError */
export async function openRun(lab: AnyLab, { address, put }: RunFile): Promise<void> {
  const { spec, view } = decodeAddress(lab.definition, new URLSearchParams(address)).address;
  const at = put.run.resume.iteration;
  const told: Phrase = (words) =>
    say(words.runs.opened, { lab: words.frame.labs[lab.definition.name as 'regression'], at });
  await takeRun(lab, { spec, view, put, told });
}

/** Whether one has what the other has: the same contenders, with as many weights. */
function fits(own: unknown, brought: unknown): boolean {
  if (own === null || typeof own !== 'object') return typeof brought === typeof own;
  if (brought === null || typeof brought !== 'object') return false;
  if (ArrayBuffer.isView(own)) {
    return (
      own.constructor === brought.constructor &&
      own.byteLength === (brought as ArrayBufferView).byteLength
    );
  }
  const names = 'weights' in own ? ['name', 'weights'] : Object.keys(own);
  return names.every(
    (name) =>
      !(name in own) || fits(own[name as keyof typeof own], brought[name as keyof typeof brought]),
  );
}

/** Why a run could not be opened. */
export async function tellUnusable(error: unknown): Promise<void> {
  const fault: RunFault = error instanceof RunError ? error.fault : { code: 'damaged' };
  await loadWords('runs').catch(() => {});
  notify({
    key: NOTICE,
    tone: 'warning',
    message: ({ runs }) => runs.unusable,
    hint: ({ runs: { faults } }) => {
      const sentence = faults[fault.code];
      return typeof sentence === 'string' ? sentence : say(sentence as Message<object>, fault);
    },
  });
}
