/** What the scripts of all labs share. */

import load from './load.py?raw';
import options from './options.py?raw';
import stream from './stream.py?raw';
import summary from './summary.py?raw';

export const pieces = { load, options, stream, summary };
