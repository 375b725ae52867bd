/** Waiting for a store to come to something. */

interface Readable<T> {
  getState(): T;
  subscribe(listen: (state: T) => void): () => void;
}

/**
 * The state of a store once something holds of it, at once if it does already.
 *
 * @param patience milliseconds after which it is not waited for any longer. @throws Error then
 */
export function when<T>(
  store: Readable<T>,
  holds: (state: T) => boolean,
  patience = Number.POSITIVE_INFINITY,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      stop();
    };
    const look = (state: T) => {
      if (!holds(state)) return;
      end();
      resolve(state);
    };
    const stop = store.subscribe(look);
    const timer =
      patience < Number.POSITIVE_INFINITY
        ? setTimeout(() => {
            end();
            reject(new Error(`nothing came of it in ${patience} ms`));
          }, patience)
        : undefined;
    look(store.getState());
  });
}
