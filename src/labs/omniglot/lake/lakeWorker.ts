/** The worker's script of Lake's test. */

import { Desk } from './desk';
import type { LakeRequest } from './protocol';

const desk = new Desk((event) => postMessage(event));

self.onmessage = ({ data }: MessageEvent<LakeRequest>) => {
  void desk.hear(data);
};
