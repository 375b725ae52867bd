/** What the scripts of all labs share. */

import load from './load.py?raw';
import stream from './stream.py?raw';
import summary from './summary.py?raw';

export const pieces = { load, stream, summary };
