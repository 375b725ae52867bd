/** The memory lab's words. */

import { message } from '../message';

const rate = { label: 'Rate', help: 'Of Adam.' };
const hidden = { label: 'Units', help: 'Of the hidden layer.' };

export const memory = {
  contenders: {
    mann: {
      label: 'MANN',
      fields: {
        controller: {
          label: 'Controller',
          help: 'What decides where to read and what to write.',
          options: { feedforward: 'Feed-forward', lstm: 'LSTM, as in the paper' },
        },
        input: {
          label: 'What it sees',
          help: 'As in the paper a label comes with the next drawing; beside its own drawing it is bound sooner.',
          options: {
            pair: 'A label beside its drawing',
            late: 'A label beside the next drawing',
          },
        },
        hidden: { label: 'Units', help: 'Of the controller.' },
        slots: { label: 'Slots', help: 'Rows of the memory.' },
        width: { label: 'Width of a slot', help: 'Numbers that it holds.' },
        heads: { label: 'Heads', help: 'Each reads, and each writes.' },
        decay: {
          label: 'Decay of usage γ',
          help: 'How much of a slot’s use is remembered from drawing to drawing.',
        },
        sharpness: {
          label: 'Strength of keys',
          help: 'The paper has none: its reads are averages over many slots.',
          options: { learned: 'Learned', plain: 'None, as in the paper' },
        },
        writing: {
          label: 'Writes to',
          help: 'In turn, without a gate, does as well here: after 20,000 streams 93.2, 93.9 and 94.3% at the third to fifth sighting, the paper’s way 93.7, 94.5 and 95.1% (seed 1).',
          options: {
            lru: 'The least used slot, or where it read last',
            fifo: 'Each slot in turn: first in, first out',
          },
        },
        rate,
      },
    },
    kv: {
      label: 'Attention',
      fields: {
        width: { label: 'Width of a head', help: 'Numbers in its keys and values.' },
        heads: { label: 'Heads' },
        rate,
      },
    },
    snail: {
      label: 'SNAIL',
      fields: {
        filters: { label: 'Filters', help: 'That each dense block adds.' },
        blocks: {
          label: 'Dense blocks',
          help: 'Before each attention. They look 1, 2, 4, … drawings back; the paper has as many as reach back over the whole.',
        },
        width: { label: 'Width of attention', help: 'Numbers in its keys and values.' },
        rate,
      },
    },
    lstm: { label: 'LSTM', fields: { hidden, rate } },
    nearest: { label: 'Nearest, keeps all' },
    rare: {
      label: 'Rare events',
      fields: {
        slots: {
          label: 'Slots',
          help: 'Rows of the memory: when they are full, the oldest makes room.',
        },
      },
    },
    feedforward: { label: 'Feed-forward', fields: { hidden, rate } },
  },
  title: 'Told the name one drawing late',
  fields: {
    readers: { label: 'Compare' },
    ways: {
      label: 'Characters N',
      help: 'In a stream. Each gets a label by lot, anew in each stream.',
    },
    labels: {
      label: 'Labels',
      help: 'One-hot: as many labels as characters, and as many outputs. Strings: five letters from a to e, 3,125 of them, drawn anew in each stream; 25 outputs whatever N is. An answer is right when all five letters are.',
      options: { onehot: 'One of N', strings: 'Strings of five letters' },
    },
    length: { label: 'Drawings T', help: 'Of a stream that is trained on.' },
    testLength: {
      label: 'Drawings at test',
      help: 'Of a stream that is shown or tested. Go past those of training.',
    },
    beyond: {
      label: 'More characters at test',
      help: 'Than in training. With strings the same network answers to any number of characters; with one-hot labels it has no outputs for more, and only those that are not trained answer.',
    },
    order: {
      label: 'Order',
      help: 'With as many drawings of each character, labels can be counted: a shortcut.',
      options: { independent: 'Each drawn anew', balanced: 'As many of each, shuffled' },
    },
    features: {
      label: 'Drawings go in as',
      help: 'The network that makes numbers of a drawing was trained beforehand and is frozen.',
      options: { embedding: 'Numbers of a frozen network', pixels: 'Pixels' },
    },
    characters: {
      label: 'Characters from',
      options: { omniglot: 'Omniglot', procedural: 'Made by this page' },
    },
    batch: { label: 'Streams at once', help: 'Over which a meta-gradient is averaged.' },
    iterations: { label: 'Meta-iterations' },
    begin: {
      label: 'Begin with',
      help: 'Trained ones were made beforehand, by this project’s own code, and are trained on at a tenth of the rates.',
      options: { scratch: 'Random weights', checkpoint: 'Trained ones' },
    },
  },
  groups: {
    stream: 'Streams',
    'stream/more': 'Order and drawings',
    outer: 'Meta-training',
    'outer/mann': 'MANN',
    'outer/kv': 'Attention',
    'outer/snail': 'SNAIL',
    'outer/lstm': 'LSTM',
    'outer/rare': 'Rare events',
    'outer/feedforward': 'Feed-forward',
    engine: 'Engine',
  },
  presets: {
    'memory-5': {
      label: 'Five characters, in seconds',
      source:
        'Streams as in Santoro et al. 2016 (arXiv 1605.06065), section 3: labels by lot, told one drawing late. The rest is ours, so that it is learned while one watches: drawings through a frozen network, small networks, keys with a strength, and MANN sees a label beside its drawing.',
    },
    'memory-trained': {
      label: 'Five characters, trained beforehand',
      source:
        'Streams as in Santoro et al. 2016, read by networks that were trained on them beforehand by this project’s own code, and are trained on if you like. MANN has 128 slots: room for a whole stream.',
    },
    santoro: {
      label: 'The memory of Santoro et al. 2016',
      source:
        'arXiv 1605.06065: LSTM of 200 units, 128 slots of 40 numbers, four heads, labels with the next drawing. Drawings go through a frozen network here, and Adam trains in place of RMSProp.',
    },
    'memory-strings': {
      label: 'Fifteen characters, labels as strings',
      source:
        'Streams as in Santoro et al. 2016, table 2: strings of five letters in place of one-hot labels, 15 characters and 150 drawings at test. Ours: streams of 60 drawings in training, which go through a frozen network, small networks, and MANN sees a label beside its drawing.',
    },
    'three-characters': {
      label: 'Three characters',
      source: 'As five characters, and sooner learned: chance is one in three.',
    },
  },
  remarks: {
    keepsOwn: 'This run keeps the characters that it began with. Reset for the others.',
    noEmbedding:
      'The frozen network could not be loaded: drawings go in as pixels, and everything is learned far more slowly.',
    begunUntrained:
      'Weights trained beforehand read numbers of that network, and not pixels: these begin untrained. Reset to try again.',
    diverged: message<{ name: string; at: string }>(
      'The weights of {name} stopped being numbers at meta-iteration {at}. Lower its rate and reset.',
    ),
  },
  stream: {
    title: 'The stream',
    about: message<{ ways: number; length: number; stream: string }>(
      '{ways, plural, other {# characters}}, {length, plural, other {# drawings}}, labels by lot · held-out stream {stream}',
    ),
    mute: message<{ trained: number; ways: number }>(
      'With one-hot labels a trained network has {trained, plural, other {# outputs}}: to {ways, plural, other {# characters}} it has no answer. Labels as strings take 25 outputs whatever the number of characters.',
    ),
    reads: 'what it reads from',
    earlier: message<{ share: string }>('earlier: {share}'),
    film: 'Drawings before',
    go: message<{ at: number; told: string }>('Go to drawing {at}, told {told}'),
    goWrong: message<{ at: number; told: string; label: string }>(
      'Go to drawing {at}, told {told} on purpose, though it is {label}',
    ),
    saidRight: message<{ name: string }>('{name} was right.'),
    saidWrong: message<{ name: string; label: string }>('{name} said {label}, wrong.'),
    now: message<{ at: number }>('Drawing {at}, in sight'),
    says: message<{ name: string; sure: string }>('says {name}, {sure} sure'),
    right: 'right',
    wrong: message<{ label: string }>('wrong: it is {label}'),
    noAnswer: message<{ name: string }>('{name} has no answer'),
    step: 'Drawing of the stream',
    stepAt: message<{ at: number; of: number }>('drawing <b>{at}</b> of {of}'),
    stepValue: message<{ at: number; of: number; ways: number; instance: number }>(
      'drawing {at} of {of}, {instance, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} sighting of its character',
    ),
    movedHere: 'Labels moved here.',
    play: 'Play',
    stop: 'Stop',
    another: 'New stream',
    told: 'Told next',
    toldHelp:
      'The label that comes with the next drawing. Choose a wrong one, and see what it does.',
    toldRight: message<{ label: string }>('{label}, the right one'),
    toldWrong: message<{ label: string }>('{label}, wrong'),
    takeBack: 'Tell the right ones',
    nobodySince: message<{ at: number; told: string; label: string }>(
      'Drawing {at} is told as {told}, though it is {label}. Its character has not come back yet.',
    ),
    since: message<{
      at: number;
      told: string;
      label: string;
      name: string;
      misled: number;
      right: number;
      sightings: number;
    }>(
      'Drawing {at} was told as {told}, though it is {label}. Its character came back {sightings, plural, one {once} other {# times}} since: {name} said {told} {misled, plural, =0 {never} one {once} other {# times}}, {label} {right, plural, =0 {never} one {once} other {# times}}.',
    ),
    waiting: 'The stream is on its way.',
    table: {
      at: 'Drawing',
      character: 'Character',
      instance: 'Sighting',
      label: 'Label',
      told: 'Told',
      old: 'Label before',
      says: message<{ name: string }>('{name} says'),
      sure: message<{ name: string }>('{name}, sure'),
    },
  },
  inside: {
    title: 'Inside',
    memory: message<{ name: string; shown: number; slots: number }>(
      '{name}: {shown} of {slots} slots · bar: read now · ring: written now · letter: the label it holds most of',
    ),
    attention: message<{ name: string; shown: number; of: number }>(
      '{name}: {shown} of {of, plural, one {# earlier drawing} other {# earlier drawings}} · bar: attended now',
    ),
    shifted:
      'The second of two layers. It attends to the step after a drawing, where that met its label: here each is shown at its drawing.',
    state: message<{ name: string; width: number }>(
      '{name}: {width} numbers, one a row, drawing after drawing',
    ),
    gate: message<{ last: string; free: string }>(
      'writes: where it last read <b>{last}</b> · a free slot <b>{free}</b>',
    ),
    inTurn: 'writes: each slot in turn; what is oldest makes room',
    byRule:
      'writes: where the nearest slot had the label that was told, into its key; else over the oldest slot',
    free: 'free',
    age: 'Age, drawings',
    none: 'nothing',
    older: 'older',
    olderSlot: message<{ slot: number; read: string; written: string }>(
      'Slot {slot}: a drawing of a stream before, read {read}, written {written}',
    ),
    olderText: message<{ read: string }>('Drawings of streams before, attended {read}'),
    keepsNothing: message<{ name: string }>(
      '{name} keeps nothing. What was told is gone with the next drawing.',
    ),
    untold: 'not told yet',
    slot: 'Slot',
    holds: 'Drawing it holds most of',
    label: 'Label',
    read: 'Read',
    written: 'Written',
    usage: 'Usage',
    drawing: 'Drawing',
    weight: 'Attended',
    unit: 'Number',
    value: 'Value',
    positive: 'above zero',
    negative: 'below zero',
    slotText: message<{ slot: number; at: number; label: string; read: string; written: string }>(
      'Slot {slot}: drawing {at}, {label}, read {read}, written {written}',
    ),
    freeText: message<{ slot: number; read: string; written: string }>(
      'Slot {slot}: free, read {read}, written {written}',
    ),
    itemText: message<{ at: number; label: string; read: string }>(
      'Drawing {at}, {label}, attended {read}',
    ),
    noneText: message<{ read: string }>('No drawing, attended {read}'),
  },
  you: {
    goFirst: 'You first',
    firstHelp: 'On a new stream: you answer each drawing before its label is told.',
    count: message<{ at: number; of: number }>('Which label has it? <b>{at}</b> of {of}'),
    first: 'The first drawing: nothing has been told yet.',
    wasRight: message<{ at: number; label: string; said: string }>(
      'Drawing {at} was <i>{label}</i>, as you said.',
    ),
    wasWrong: message<{ at: number; label: string; said: string }>(
      'Drawing {at} was <i>{label}</i>; you said {said}.',
    ),
    labels: 'Labels',
    choose: message<{ label: string }>('It is {label}'),
    hint: 'Press its digit or its letter, or the button. One press answers. Earlier drawings are gone: you have to remember them, as the others do. What they say of this one stays hidden until you have answered.',
    noStrings:
      'People answer one-hot labels only: five letters a drawing would test typing, and a choice among the strings of this stream is an easier question.',
    leave: 'Back to the others',
    beside: message<{ count: number }>(
      'Right on the same {count, plural, one {drawing} other {# drawings}}, by sighting of the character',
    ),
    who: 'Who',
    sighting: message<{ sighting: number }>(
      '{sighting, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}',
    ),
    later: 'later',
    all: 'all',
    rightOf: message<{ right: number; of: number }>('{right} of {of}'),
    you: 'You',
    said: 'You said',
    another: 'Another stream',
    forget: message<{ count: string }>('Forget my answers ({count})'),
    forgotten: 'Your answers to streams are forgotten.',
    bringBack: 'Bring them back',
  },
  own: {
    title: 'A drawing of yours',
    open: 'Draw this one',
    openHelp:
      'Draw a character, give it a label, and put it into the stream at the drawing in sight.',
    place: message<{ at: number }>('Drawing {at}'),
    lead: 'It takes the place of the drawing in sight, as a character of yours with the label that you choose. Go on, draw it again, and see whether it is known.',
    label: 'Its label',
    ready: 'A ready one',
    readyHelp: 'A drawing of a character of its label, each time by another hand.',
    put: message<{ at: number }>('Put it in as drawing {at}'),
    takeOut: message<{ at: number }>('Drawing {at} is yours: take it out'),
    close: 'Close the pad',
    full: 'There is no more room: a link holds twelve drawings. Take one out.',
    first: message<{ at: number; label: string; name: string; said: string; sure: string }>(
      'Drawing {at} is yours, told {label} after it. Before, {name} said {said}, {sure} sure: it had not seen it.',
    ),
    known: message<{
      at: number;
      label: string;
      name: string;
      sure: string;
      instance: number;
    }>(
      'Drawing {at} is yours, the {instance, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} of label {label}: {name} says {label}, {sure} sure, and is right.',
    ),
    missed: message<{
      at: number;
      label: string;
      name: string;
      said: string;
      sure: string;
      instance: number;
    }>(
      'Drawing {at} is yours, the {instance, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} of label {label}: {name} says {said}, {sure} sure, and is wrong.',
    ),
  },
  course: {
    before: 'Read first',
    beforeHelp:
      'Streams that are read before this one, with nothing wiped in between: memory and state are as they were left.',
    beforeOf: 'Their characters',
    streams: message<{ count: number }>(
      '{count, plural, =0 {nothing} one {# stream} other {# streams}}',
    ),
    of: {
      others: 'of other characters',
      relabelled: 'of these characters, with other labels',
    },
    move: message<{ at: number }>('Move the labels from drawing {at} on'),
    moveHelp: 'From there on each character has another label. How soon is that followed?',
    moveBack: message<{ at: number }>('Labels move at drawing {at}: leave them'),
    kept: message<{ name: string; before: number; right: number; of: number; alone: number }>(
      '{name} has read {before, plural, one {a stream} other {# streams}} before and wiped nothing: {right} of {of} right up to here, {alone} with an empty memory.',
    ),
    oldOnes: message<{ old: number }>(
      'It said the label of the stream before {old, plural, =0 {never} one {once} other {# times}}.',
    ),
    readsOlder: message<{ share: string }>(
      '{share} of what it reads now comes from streams before.',
    ),
    tooFew:
      'There are too few other characters: the streams before are of these, with other labels.',
    between: ' ',
    toCome: message<{ at: number }>('From drawing {at} on each character has another label.'),
    since: message<{ name: string; at: number; right: number; of: number; old: number }>(
      'Labels moved at drawing {at}. Since then {name} was right {right} of {of} times and said the old label {old, plural, =0 {never} one {once} other {# times}}.',
    ),
    costs: message<{ name: string; before: number; kept: string; alone: string }>(
      'At the 2nd sighting {name} is right in {kept} after {before, plural, one {a stream} other {# streams}} without wiping, in {alone} with an empty memory (dotted).',
    ),
    follows: message<{
      name: string;
      at: number;
      first: string;
      second: string;
      third: string;
      oldFirst: string;
      oldSecond: string;
    }>(
      'Labels moved at drawing {at}: {name} is right in {first} at the first sighting since, {second} at the second, {third} at the third. The old label it says in {oldFirst}, then {oldSecond}.',
    ),
  },
  score: {
    rightSince: message<{ share: string; instance: number; name: string }>(
      '<b>{share}</b> right at the {instance, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} sighting since labels moved: {name}',
    ),
    right: message<{ share: string; instance: number; name: string }>(
      '<b>{share}</b> right at the {instance, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} sighting: {name}',
    ),
    waiting: message<{ name: string }>('<b>–</b> {name}'),
  },
  told: {
    frozen: 'While it reads, its weights do not move.',
    untrained: 'It is not trained yet.',
    first: message<{ left: number }>(
      'It meets this character for the first time, and can only leave out labels that others have: {left, plural, one {one is left} other {# are left}}.',
    ),
    firstOfAny: 'It meets this character for the first time: nothing was told of it.',
    firstHere: message<{ label: string }>(
      'It meets this character for the first time in this stream; in the one before it was told <i>{label}</i>.',
    ),
    seen: message<{ ago: number; label: string }>(
      'It saw this character <b>{ago, plural, one {one drawing ago} other {# drawings ago}}</b>, and was told <i>{label}</i> one step later.',
    ),
    reads: message<{ share: string }>(
      '{share} of what it reads now comes from drawings of this character.',
    ),
    state: message<{ width: number }>(
      'All that it knows of it lies in {width} numbers, which every drawing since has moved.',
    ),
    nothing: 'It keeps nothing of that.',
  },
  instances: {
    title: 'Right at the n-th sighting',
    note: message<{ done: string; streams: string }>('{done} of {streams} held-out streams, 95%'),
    axis: '% right',
    x: 'sighting',
    xSince: 'sighting since labels moved',
    wiped: message<{ name: string }>('{name}, empty memory'),
    inTraining: message<{ name: string }>('{name}, streams as in training'),
    past: message<{
      name: string;
      now: string;
      characters: number;
      length: number;
      inTraining: string;
      ways: number;
      trained: number;
    }>(
      'Past training: at the 2nd sighting {name} is right in {now} with {characters, plural, other {# characters}} and {length, plural, other {# drawings}}, in {inTraining} with the {ways} and {trained} of training (dotted).',
    ),
    old: message<{ name: string }>('{name}, label before'),
    chance: {
      onehot: message<{ share: string; ways: number }>('chance {share}'),
      strings: message<{ share: string; ways: number }>('one of {ways} strings: {share}'),
    },
    ofStrings: message<{ ways: number; count: string; ceiling: string }>(
      'Right: all five letters. Who guesses blindly finds one of {count} strings; who knows which strings were told, and not of which character, one of {ways}: the line. At first sightings leaving out what was told helps next to nothing: nobody can be above {ceiling}%.',
    ),
    ceiling: message<{ share: string }>('nobody can be above {share}'),
    papers: {
      onehot:
        'Rings: Santoro et al. 2016, table 1, people in ink; their own protocol: pixels, and characters that they turned.',
      strings:
        'Rings: Santoro et al. 2016, table 2; their own protocol: pixels, and characters that they turned. Their nearest neighbour reads features of an autoencoder.',
    },
    human: 'People',
    ofPaper: message<{ name: string }>('{name}, published'),
    interval: message<{ name: string }>('{name}, half of the 95% interval'),
    yours: message<{ count: number }>(
      'Diamonds: you, {count, plural, one {# answer} other {# answers}} so far; lines: exact 95% intervals, as if each answer stood alone.',
    ),
    you: 'You',
    youRight: 'You, right',
    youOf: 'You, answers',
    waiting: 'Accuracy over many streams is on its way.',
  },
  training: {
    title: 'Meta-training',
    note: 'validation streams',
    axis: 'loss per drawing, nats',
    plateau: {
      onehot: message<{ ways: number }>('plateau: ln {ways}, guessing'),
      strings: message<{ ways: number }>('plateau: 5 ln 5, guessing each letter'),
    },
  },
  see: {
    trained: 'Take trained ones',
    untrained:
      'Nobody here has learned to read a stream yet. Press <b>Train</b>: the loss lies on a plateau at first, where all guess, and falls off a cliff once a network has found that a drawing must be filed under what it will be searched by.',
    plateau: message<{ name: string }>(
      '{name} still guesses. Nothing is wrong: what it has to find, to bind a drawing to the label that comes with the next one, pays only when all of it is there.',
    ),
    reading:
      'Weights stand still while a stream is read: what is learned of these characters lies in what is kept of them. Step through the drawings, and tell one a wrong label.',
    memory:
      'Where it writes is a mix of two: where it last read, and a free slot. The gate says how much of each, and the ring which slots it wrote to.',
    inTurn:
      'It writes to one slot after another, and what is oldest makes room. What to write, and what to look for, is learned.',
    byRule:
      'Nothing here is learned: a slot that knew the label takes the drawing into its key, and a wrong one costs the oldest slot its place. MANN has a gate for that, and has to learn it.',
  },
  lines: {
    title: 'Address, weigh, read',
    lead: 'The reads of MANN, attention over keys and values, a decoder that attends to what was read, memory networks that answer in a dialogue: the same three lines. For the first two, with the numbers of the drawing in sight.',
    open: 'Show the three lines',
    names: { address: 'Address', weigh: 'Weigh', read: 'Read' },
    others: {
      encoderDecoder: 'Encoder-decoder with attention',
      memoryNetworks: 'Key-value memory network',
    },
    kinds: {
      mann: 'A key is compared with every slot. What a slot is found by is also what is read of it.',
      kv: 'Keys are made of drawings, values of drawings and labels: found by one, read as the other.',
      encoderDecoder:
        'A translator: for the next word, each state of the sentence that was read is compared with the state of now.',
      memoryNetworks:
        'A dialogue: the question is compared with the key of every record; the values are what was said there.',
    },
    onPaper: 'On paper only: no lab here runs it.',
    what: { mann: 'a slot that holds', kv: 'an item of' },
    score: 'score',
    weight: 'weight',
    nothing: 'nothing',
    older: 'a stream before',
    drawing: message<{ at: number }>('drawing {at}'),
    head: message<{ at: number; head: number; heads: number }>(
      'Drawing {at}, head {head} of {heads}: what is read most',
    ),
    readsOwn: message<{ length: string; share: string }>(
      'What is read has length {length}; {share} of it comes from drawings of this character.',
    ),
    readsNew: message<{ length: string; share: string }>(
      'What is read has length {length}; this character is new, so {share} of it is of its own.',
    ),
    absent: 'It takes no part in this run.',
    mute: 'It has no words for more characters than it is trained with, and reads no such stream.',
    waiting: 'Its numbers are on their way.',
  },
  how: {
    notWalked:
      'The next meta-iteration is walked through with labels of one of N alone: choose them in the settings.',
    walked: 'Whose training',
    walk: 'Walk through the next meta-iteration',
    title: 'How a stream is learned from',
    lead: 'At each step a drawing comes with the label of the one before. Labels are dealt anew in every stream, so that weights cannot hold them: whoever is to know a character again must keep what it saw, bind the label to it when that comes, and find both when the character comes back.',
    loss: {
      title: 'The loss',
      formula:
        'The mean over all drawings of a stream of minus the log probability of the right label.',
      text: 'First sightings count too. Nobody can know their labels; who knows that a character is new can leave out the labels of others.',
      ofStrings:
        'A string has a softmax for each of its five letters. Its loss is the sum of their five cross-entropies; right is an answer with all five letters right.',
      source: 'Santoro et al. 2016, arXiv 1605.06065; Hochreiter, Younger and Conwell 2001.',
    },
    plateau: {
      title: 'Plateau and cliff',
      formula: {
        onehot: 'The loss of who guesses is the logarithm of N.',
        strings: 'The loss of who guesses is five times the logarithm of five.',
      },
      text: 'Who guesses loses that much a drawing. Keeping a drawing pays only if its label is bound to it, and binding only if it is found again: there is nothing to gain on the way, and then everything at once. How long that takes depends more on the seed than on most settings.',
    },
  },
};
