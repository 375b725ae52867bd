/** What is said of characters: bringing, keeping, drawing and showing them. */

import { type Drawn, message } from '../message';

const unchanged = 'Nothing has changed.';
const byHand =
  'Download images_background.zip and images_evaluation.zip by hand from the repository, and drop them here.';

export const characters = {
  inUse: message<{ source: string }>('In use: {source}.'),
  sources: {
    omniglot: 'Omniglot, characters that people drew',
    procedural: 'procedural characters, made by this page',
  },

  bringing: {
    title: 'Bring Omniglot',
    drop: 'Drop its zips or folders here, or',
    archives: 'Omniglot archives',
    choose: 'Choose files',
    download: message<{ megabytes: number }>(
      'Download from its repository, {megabytes, number} MB',
    ),
    about: message<{
      first: string;
      firstMegabytes: number;
      second: string;
      secondMegabytes: number;
      repository: Drawn;
    }>(
      'Fetches {first} ({firstMegabytes, number} MB) and {second} ({secondMegabytes, number} MB) from <repository></repository>, MIT licence, Brenden Lake 2015. Nothing is sent; a copy of 3 MB stays in this browser.',
    ),
    progress: 'Bringing Omniglot',
    cancel: 'Cancel',
    cancelled: 'Cancelled; nothing has changed.',
    done: message<{ characters: number }>(
      'Omniglot is here: {characters, plural, one {# character} other {# characters}}.',
    ),
    forget: 'Forget the copy kept here',
    forgetHelp: 'Removes the copy of Omniglot that was brought to this browser.',
    forgotten: 'The copy kept in this browser is forgotten.',
    steps: {
      opening: 'Opening',
      downloading: message<{ name: string; done: number }>(
        'Downloading {name}: {done, number, ::.0} MB',
      ),
      downloadingOf: message<{ name: string; done: number; total: number }>(
        'Downloading {name}: {done, number, ::.0} of {total, number, ::.0} MB',
      ),
      reading: message<{ name: string; done: number; total: number }>(
        'Reading {name}: {done, number} of {total, number} drawings',
      ),
      packing: 'Packing',
      storing: 'Keeping it in this browser',
    },
  },

  /** What can go wrong meanwhile, and what a person can do. */
  troubles: {
    'files-too-large': message<{ megabytes: number; most: number }>(
      'The files have {megabytes, number} MB; at most {most, number} are read.',
    ),
    'host-refuses': message<{ file: string; status: number }>(
      '{file} could not be downloaded: its host answered {status}.',
    ),
    'host-out-of-reach': message<{ file: string }>(
      '{file} could not be downloaded: there is no network, or it does not let this page reach raw.githubusercontent.com.',
    ),
    'file-unreadable': message<{ file: string }>(
      '{file} could not be read: it is gone, has changed since, or is a folder.',
    ),
    'archive-refused': message<{ file: string; why: string }>('{file}: {why}'),
    'too-few-characters': message<{
      characters: number;
      validation: number;
      test: number;
      least: number;
    }>(
      'The archives hold {characters, plural, one {# character} other {# characters}}, {validation, number} of them to validate with and {test, number} to test; tasks need up to {least, number}.',
    ),
    'reader-failed': message<{ text: string }>(
      'The archives could not be read: the worker that reads them failed ({text}).',
    ),
    'reader-missing':
      'The archives could not be read: the script of the worker that reads them did not load.',
    'no-room': message<{ characters: number; megabytes: number }>(
      'The {characters, number} characters were read but cannot be kept: the browser’s storage for this page has no room for {megabytes, number, ::.0} MB.',
    ),
    'no-storage': message<{ characters: number }>(
      'The {characters, number} characters were read but cannot be kept: the browser gives this page no storage.',
    ),
    'not-forgotten': message<{ text: string }>('The copy could not be removed: {text}.'),
    other: message<{ text: string }>('Omniglot could not be brought: {text}.'),
  },
  cures: {
    'files-too-large':
      'Take images_background.zip and images_evaluation.zip, which have 16 MB together.',
    'host-refuses': byHand,
    'host-out-of-reach': byHand,
    'file-unreadable': `${unchanged} Choose it again; of a folder, make a zip.`,
    'archive-refused': unchanged,
    'too-few-characters': `${unchanged} Take images_background.zip or images_evaluation.zip.`,
    'reader-failed': 'Load the page again and bring them once more.',
    'reader-missing': 'Load the page again and bring them once more.',
    'no-room': `${unchanged} Make room, then bring them again.`,
    'no-storage': `${unchanged} Leave the private window, then bring them again.`,
    'not-forgotten': 'Clear this site’s data in the browser’s settings.',
    other: unchanged,
  },

  /** Why bytes are not taken for characters. */
  refusals: {
    'no-zip': 'The file is not a zip archive.',
    'zip-damaged': 'The zip is damaged or ends too early; download it again.',
    'no-images':
      'It holds no images of Omniglot; expected files such as images_background/Greek/character07/0394_01.png.',
    'archive-too-large': message<{ megabytes: number; most: number }>(
      'The file has {megabytes, number} MB; at most {most, number} are read, and the archives of Omniglot have 10.',
    ),
    'too-many-images': message<{ most: number }>(
      'It holds over {most, number} images, more than Omniglot.',
    ),
    'drawings-missing': message<{ character: string; drawings: number; expected: number }>(
      '{character} has {drawings, plural, one {# drawing} other {# drawings}}; Omniglot has {expected, number} of each.',
    ),
    'image-too-large': message<{ file: string }>('{file} is too large for an image of Omniglot.'),
    'image-damaged': message<{ file: string }>('{file} is damaged; download the archive again.'),
    'image-has-greys': message<{ file: string }>(
      '{file} is not an image of black and white alone, as those of Omniglot are.',
    ),
    'image-size': message<{ file: string; width: number; height: number; expected: number }>(
      '{file} has {width} × {height} pixels; expected {expected} × {expected}.',
    ),
    'no-runs':
      'It holds none of the official questions; expected files such as run01/training/class01.png, as all_runs.zip has them.',
    'runs-too-large': message<{ megabytes: number; most: number }>(
      'The file has {megabytes, number} MB; at most {most, number} are read, and all_runs.zip is far smaller.',
    ),
    'run-missing': message<{ run: string }>(
      'It lacks the folder {run}; the official questions lie in run01 to run20. Download it again.',
    ),
    'run-lacks': message<{ file: string }>('It lacks {file}; download it again.'),
    'run-labels': message<{ file: string }>(
      '{file} does not say for each of the twenty test drawings which training drawing it belongs to.',
    ),
    'no-pack': 'The file is not a pack of characters.',
    'pack-lacks-pixels': 'The pack of characters lacks pixels.',
    'pack-checksum': 'The pack of characters is damaged: its checksum differs.',
    'pack-not-deflated': 'The pack of characters is damaged: it cannot be inflated.',
    'pack-index': 'The pack of characters has an index that makes no sense.',
    'pack-version': message<{ version: number; readable: number }>(
      'The pack of characters is of version {version}; this page reads version {readable}.',
    ),
    'pack-cut': message<{ bytes: number; expected: number }>(
      'The pack of characters ends after {bytes, number} of {expected, number} bytes.',
    ),
  },
  packTooSmall: message<{
    file: string;
    characters: number;
    validation: number;
    test: number;
    least: number;
  }>(
    '{file} holds {characters, plural, one {# character} other {# characters}}, {validation, number} of them to validate with and {test, number} to test; tasks need up to {least, number}. Run npm run data:omniglot.',
  ),
  packMissing: message<{ file: string }>(
    '{file} is missing: run npm run data:omniglot first, with --from ZIP if you have the archive.',
  ),

  drawing: {
    strokes: message<{ count: number }>(
      '{count, plural, =0 {nothing yet} one {# stroke} other {# strokes}}',
    ),
    given: 'a given character',
    givenNamed: message<{ name: string }>('a given character, {name}'),
    at: message<{ place: string; holds: string }>('<b>{place}</b>: {holds}'),
    invitation: 'Draw here',
    undo: 'Undo',
    undoHelp: 'Ctrl+Z on the pad',
    erase: 'Erase',
    eraseHelp: 'Delete on the pad',
    seen: message<{ side: number }>('What the networks see: {side} × {side} pixels, centred.'),
    pad: {
      role: 'drawing pad',
      help: 'Drawn on with a pointer. Control Z takes the last stroke back, Delete erases all.',
    },
  },
};
