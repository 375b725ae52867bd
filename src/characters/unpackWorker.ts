/** The worker that unpacks archives of Omniglot, so that the page stays in motion meanwhile. */

import { troubleOf } from './trouble';
import { type UnpackEvent, type UnpackRequest, unpack } from './unpack';

const tell = (event: UnpackEvent): void => {
  postMessage(event, { transfer: event.kind === 'packed' ? [event.pack.buffer] : [] });
};

self.onmessage = async ({ data }: MessageEvent<UnpackRequest>) => {
  try {
    await unpack(data, tell);
  } catch (error) {
    tell({ kind: 'failed', trouble: troubleOf(error) });
  }
};
