/**
 * Of several pages within another one, one trains at a time. They speak to each other by messages, from window to window:
 * frames of another site may have neither locks nor storage.
 */

import * as v from 'valibot';
import { createStore } from 'zustand/vanilla';
import { randomName } from '../../session/randomName';
import { type Trainable, turns } from '../../session/turns';
import { Queue, telling } from './queue';

const MESSAGE = 'inner-loop turn';

interface Waiting {
  /** Takes the turn of whoever has it. */
  takeOver(): void;
  /** Does not want to train any more. */
  leave(): void;
}

/** Whether this page waits for its turn. */
export const turn = createStore<{ readonly waiting: Waiting | null }>(() => ({ waiting: null }));

export function takeTurns(): void {
  /** What trains in this page, or wants to: they have their turn together. */
  const all = new Map<Trainable, Member>();
  let isOurs = false;
  const remove = (run: Trainable) => {
    all.get(run)?.stop();
    if (!all.delete(run) || all.size > 0) return;
    isOurs = false;
    queue.leave();
  };
  const start = (run: Trainable, member: Member) => {
    member.stop();
    member.begin();
    // Until the run trains no more.
    member.stop = run.store.subscribe(({ phase }) => {
      if (phase !== 'training') remove(run);
    });
  };
  const leave = () => {
    for (const run of [...all.keys()]) {
      remove(run);
      run.dropped?.();
    }
  };
  const queue = new Queue({
    name: randomName(),
    tell(told) {
      for (const other of windowsOf(top ?? window)) {
        // Whose it is can be known from who answers alone.
        if (other !== window) other.postMessage({ type: MESSAGE, ...told }, '*');
      }
    },
    begin() {
      isOurs = true;
      for (const [run, member] of [...all]) start(run, member);
    },
    yieldTurn() {
      isOurs = false;
      for (const [run, member] of all) {
        member.stop();
        run.pause();
      }
    },
    waits: (isWaiting) => turn.setState({ waiting: isWaiting ? waiting : null }),
  });
  const waiting: Waiting = { takeOver: () => queue.takeOver(), leave };
  addEventListener('message', ({ data, origin }: MessageEvent<unknown>) => {
    if (origin !== location.origin || (data as { type?: unknown } | null)?.type !== MESSAGE) return;
    const read = v.safeParse(telling, data);
    if (read.success) queue.hear(read.output);
  });
  addEventListener('pagehide', leave);
  turns.wait = (run, begin) => {
    const isFirst = all.size === 0;
    all.get(run)?.stop();
    const member = { begin, stop: () => {} };
    all.set(run, member);
    if (isOurs) start(run, member);
    else if (isFirst) queue.join();
  };
  turns.leave = remove;
}

interface Member {
  readonly begin: () => void;
  /** Heeds the run no more. */
  stop: () => void;
}

/** A window, and all that it has within it; of another site nothing else of them can be seen. */
function windowsOf(root: Window): Window[] {
  const within = Array.from({ length: root.length }, (_, i) => root[i]!);
  return [root, ...within.flatMap(windowsOf)];
}
