/** What is said of a lecture of one's own: its scenes, its files and links, what the speaker alone sees, what is trained ahead. */

import { message, type SentencesOf } from '../message';

type Refusal =
  | { readonly code: 'damaged' | 'foreign' | 'empty' }
  | { readonly code: 'large'; readonly most: number }
  | { readonly code: 'many'; readonly most: number }
  | { readonly code: 'version'; readonly version: string; readonly known: number }
  | { readonly code: 'unknown'; readonly field: string }
  | { readonly code: 'lab'; readonly at: number; readonly lab: string }
  | { readonly code: 'scene'; readonly at: number; readonly field: string };

const refused: SentencesOf<Refusal> = {
  damaged: 'It is damaged, or only a part of what was written.',
  foreign: 'It is not a lecture of this page.',
  empty: 'There is no scene in it.',
  large: message('It is longer than {most, number},000 characters.'),
  many: message('It has more than {most, number} scenes.'),
  version: message('It is of version {version}; this page reads version {known}.'),
  unknown: message('It has a field that this page does not know: “{field}”.'),
  lab: message('Scene {at, number} is of a lab that there is not: “{lab}”.'),
  scene: message('In scene {at, number}, “{field}” is not as it must be.'),
};

export const lecture = {
  title: 'Your lecture',
  lead: 'Scenes are pages as you left them: a lab, its settings, what is in sight, and how far it was trained. In a lecture <b>→</b> and <b>←</b> lead through them.',
  scenes: 'Scenes',
  add: 'Add scene',
  added: message<{ at: number }>('Scene {at} added'),
  noLab: 'A scene is a page of a lab. Open one, and bring it to where you want it.',
  full: message<{ most: number }>('A lecture has at most {most} scenes.'),
  placed: message<{ at: number; of: number }>('Scenes {at}/{of}'),
  none: 'There is no scene yet. Bring a lab to where you want it, and press <b>Add scene</b>.',
  noneHere:
    'There is no scene yet. Open a lab, press <b>Lecture mode</b>, bring the page to where you want it, and press <b>Add scene</b>.',
  close: 'Close',
  start: 'Begin the lecture',
  end: 'End the lecture',
  here: 'shown now',
  untrained: 'not trained',
  until: message<{ until: string }>('trained to {until}'),
  open: message<{ title: string }>('Show “{title}”'),
  edit: message<{ title: string }>('Change “{title}”'),
  earlier: message<{ title: string }>('Move “{title}” up'),
  later: message<{ title: string }>('Move “{title}” down'),
  remove: message<{ title: string }>('Delete “{title}”'),
  moved: message<{ title: string; at: number; of: number }>('“{title}” is scene {at} of {of} now.'),
  name: 'Title',
  notes: 'Notes for you alone',
  retake: 'Take the page as it is now',
  retaken: 'This scene is the page as it is now.',
  deleted: message<{ title: string }>('“{title}” is deleted.'),
  replaced: 'Other scenes have taken the place of yours.',
  undo: 'Undo',
  save: 'Save as a file',
  load: 'Open a file',
  file: 'inner-loop-lecture.json',
  copy: 'Copy link',
  copied: 'Link copied',
  copyWhat: 'The link and the file hold the scenes, with their notes.',
  noCopy: 'This browser does not let the page copy. This is the link:',
  tooLong: message<{ length: number; most: number }>(
    'A link would have {length, number} characters; chats and course systems cut those of more than {most, number}. The file is saved instead.',
  ),
  refused,
  notOpened: 'This cannot be opened.',
  asked: message<{ count: number }>(
    'This link is a lecture of {count, plural, one {one scene} other {# scenes}}.',
  ),
  instead: message<{ count: number }>(
    'It would take the place of your own, of {count, plural, one {one scene} other {# scenes}}.',
  ),
  take: 'Open this lecture',
  speaker: {
    open: 'Speaker notes',
    blocked:
      'This browser has kept the window of the notes from opening. Allow pop-ups for this page, and press again.',
    none: 'No notes for this scene.',
    before: 'The lecture has not begun.',
    place: message<{ at: number; of: number }>('Scene {at} of {of}'),
    next: 'Next',
    last: 'This is the last scene.',
    on: 'On',
    back: 'Back',
    clock: 'Clock',
    since: 'Since the beginning',
  },
  ahead: {
    training: message<{ scene: string; at: string; until: string }>(
      'Being trained for scene {scene}: {at} of {until}',
    ),
    waits: message<{ scene: string }>('To be trained for scene {scene}'),
    rests: 'waits for your own run',
    ready: message<{ until: string }>('trained before, to {until}'),
    being: message<{ at: string; until: string }>('being trained: {at} of {until}'),
    pending: 'not trained ahead yet',
    failed: 'could not be trained ahead',
    all: 'All scenes are trained before.',
    stop: 'Stop training ahead',
    go: 'Train ahead',
  },
};
