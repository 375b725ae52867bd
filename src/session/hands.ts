/** The page hires workers for its workers, and dismisses them with who asked for them. */

import type { Command, Event } from './protocol';

/** A worker that may have others: see `hand.ts`. */
export function withHands(create: () => Worker): Worker {
  const master = create();
  const hands = new Map<number, Worker>();
  const hire = (hand: number, port: MessagePort): void => {
    const fallen = (message: string): void =>
      master.postMessage({ type: 'fallen', hand, message } satisfies Command);
    try {
      const worker = create();
      worker.onerror = (event) => {
        event.preventDefault();
        fallen(event.message);
      };
      worker.postMessage({ type: 'serve', port } satisfies Command, [port]);
      hands.set(hand, worker);
    } catch (error) {
      fallen(String(error));
    }
  };
  const dismiss = (hand: number): void => {
    hands.get(hand)?.terminate();
    hands.delete(hand);
  };
  master.addEventListener('message', ({ data }: MessageEvent<Event>) => {
    if (data.type === 'hire') hire(data.hand, data.port);
    else if (data.type === 'dismiss') dismiss(data.hand);
  });
  const terminate = master.terminate.bind(master);
  master.terminate = () => {
    for (const hand of hands.keys()) dismiss(hand);
    terminate();
  };
  return master;
}
