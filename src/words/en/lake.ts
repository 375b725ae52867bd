/** Lake's test: its questions, who reads them, and what is to be known of the figures. */

import { type Drawn, message } from '../message';

export const lake = {
  title: 'Lake’s test: twenty characters of one alphabet, one drawing of each',
  heading: 'Which of the twenty is this?',
  lead: 'one drawing of each, by one person; the large one is by another · Lake’s test',
  leave: 'Leave the test',
  loading: 'Setting the questions, and asking the networks in.',
  failed: message<{ why: string }>('The test could not be set: {why}'),
  otherHand: 'drawn by another hand',
  asked: {
    official:
      'These are the official questions: twenty runs of twenty characters, of alphabets that no network here was trained on.',
    evaluation: message<{ alphabets: string }>(
      'These are not the official questions, but of the same kind, of alphabets that no network here was trained on: {alphabets}.',
    ),
    'held-back': message<{ alphabets: string; heldBack: 'yes' | 'no' }>(
      'These are not the official questions, but of the same kind, of five alphabets of the background set: {alphabets}. {heldBack, select, yes {The network of alphabets was trained without them; the other networks have practised most of their characters, so that their figures flatter them.} other {The networks here have practised most of their characters, so that their figures flatter them.}}',
    ),
    'test-characters':
      'These are not the official questions, nor of one alphabet: test characters of what is here, twenty at random.',
  },
  question: 'The drawing in question',
  sheet: 'The twenty drawings',
  choice: message<{ letter: string }>('drawing {letter}'),
  count: message<{ at: number; of: number }>('<b>{at} of {of}</b> questions'),
  hidden:
    'Nobody is told who was right until you have answered all twenty. The networks see the same drawings, once.',
  eyes: 'This test needs eyes: a description of the drawings would be the answer.',
  press:
    'Press its letter, or the drawing; Enter, or the same once more, to answer. There is no time limit.',
  lacking: 'The file of the alphabet network could not be had: it does not read along.',
  mattered: 'What mattered in its training',
  unknown: 'I do not know',
  none: 'Choose a drawing',
  itIs: message<{ letter: string }>('It is <i>{letter}</i>'),
  result: {
    title: message<{ wrong: number; name: string; its: number }>(
      'You misread {wrong, number} of these 20; {name}, {its, number}.',
    ),
    alone: message<{ wrong: number }>('You misread {wrong, number} of these 20.'),
    axis: 'wrong, in per cent · shorter is better · thin lines: 95% intervals',
    you: 'You',
    chance: 'Chance',
    who: 'Who',
    error: 'Error, %',
    wrongOf: 'Wrong',
    ofTwenty: message<{ wrong: number; low: string; high: string }>(
      '{wrong, number} of these 20 · {low} to {high}',
    ),
    ofAll: message<{ wrong: number; of: number; low: string; high: string }>(
      '{wrong, number} of {of, number} · {low} to {high}',
    ),
    published: 'published',
    publishedElsewhere: 'published, on the official questions',
    counting: 'counting',
    whose: 'What was misread, by',
    noneWrong: 'None of these twenty.',
    shown: 'asked',
    taken: message<{ letter: string }>('taken for {letter}'),
    unanswered: 'not answered',
    right: message<{ letter: string }>('it is {letter}'),
    mistake: message<{ number: number; letter: string; right: string }>(
      'Question {number}: taken for {letter}, it is {right}',
    ),
    passed: message<{ number: number; right: string }>(
      'Question {number}: not answered, it is {right}',
    ),
    given:
      'It is not the same test for both. The networks have practised hundreds of characters, each in four turns or more, and how hands tremble. You have read and written for years, and know how a pen moves. Where drawings are centred and scaled for a network, that is knowledge which people put in.',
    little: message<{ wrong: number; low: string; high: string }>(
      'Twenty questions say little: with {wrong, plural, =0 {none} other {#}} wrong, your error is somewhere from {low} to {high}%. All 400 leave 1 to 4% about an error of two.',
    ),
    assignment:
      'Each question is answered on its own. Whoever assigns all twenty drawings at once errs less: that is another question.',
    networks: message<{ least: number; most: number }>(
      'Networks of other people are between {least, number} and {most, number}% on the official questions:',
    ),
    report: 'Lake et al. 2019',
    another: 'Another round',
  },
  hausdorff: 'Modified Hausdorff distance',
  notes: { hausdorff: 'shape distance, Lake’s baseline', alphabet: 'a file of 100 KB' },
  published: { people: 'People', bpl: 'BPL, Lake’s program' },
  official: {
    title: 'Bring the official questions',
    drop: 'Drop all_runs.zip here, or',
    label: 'all_runs.zip, the official questions',
    choose: 'Choose it',
    download: 'Download it from its repository',
    about: message<{ repository: Drawn }>(
      'Twenty runs of twenty questions, those that people and programs were asked: from <repository></repository>, MIT licence, Brenden Lake 2015. Nothing is sent, and nothing is kept.',
    ),
    reading: 'Reading the questions',
    byHand: 'Download all_runs.zip by hand from the repository, and drop it here.',
  },
};
