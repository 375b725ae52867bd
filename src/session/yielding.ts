/** How long computations let a worker hear what it is told. */

/**
 * Lets messages that have arrived be handled. A timer would wait at least a millisecond, and four when
 * nested; Node, where tests run, would serve a port's messages for seconds before anything else.
 */
export const yieldToMessages: () => Promise<void> =
  typeof setImmediate === 'function'
    ? () => new Promise((resolve) => setImmediate(resolve))
    : yieldThroughChannel();

function yieldThroughChannel(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port2.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port1.postMessage(null);
    });
}
