/** The words of the lessons: of each scene at most 60, and what is said of the numbers of its run. */

import { message } from '../message';

export const lessons = {
  title: 'Lessons',
  lead: 'Each asks first, then runs the real thing, then says what happened, in the numbers of your own run. Ten minutes at most; everything stays open to be changed.',
  playlists: {
    start: { title: 'Start here', text: 'Ten minutes: the one idea.' },
    hour: { title: 'One hour for a class', text: 'From one drawing to learned optimisers.' },
    cs420: { title: 'From problem to methods', text: 'Set-up, families, then each method.' },
    views: {
      title: 'Two views first',
      text: 'A machine that reads data sets, a belief that is updated.',
    },
    images: { title: 'Images first', text: 'For who has met few-shot learning on images.' },
  },
  order: 'Order',
  map: 'Map of the field: every method, and what is not here yet',
  lecture: 'Your lecture: scenes that you put together',
  begin: 'Begin',
  goOn: message<{ at: number; of: number }>('Go on at {at} of {of}'),
  anew: 'From the beginning',
  ways: {
    place: message<{ at: number; of: number }>('{at} of {of}'),
    show: 'Show me',
    next: 'Next',
    back: 'Back',
    end: 'To the lessons',
    enough: 'Stop here',
    leave: 'Stay and explore',
    all: 'All lessons',
    coming: 'The numbers are on their way.',
    training: message<{ at: string; until: string }>('Training now, here: {at} of {until}'),
    progress: 'Meta-iterations trained',
    asYouSaid: 'as you said',
    asItWas: 'as it was',
    hands: message<{ count: number }>('{count, plural, one {one hand} other {# hands}}'),
  },
  draw: {
    how: 'Draw with a finger or the pointer, or move the points with the arrow keys.',
    notDrawn: 'You drew nothing here; this is how it was.',
    at: message<{ at: number }>('Your guess at {at}'),
    gap: message<{ gap: string }>(
      'Your curve was {gap} off, on average. The thick one is how it was.',
    ),
  },
  rank: {
    how: 'Drag the names, or move them with the arrows.',
    up: message<{ name: string }>('{name}: up'),
    down: message<{ name: string }>('{name}: down'),
    stands: message<{ name: string; place: number; of: number }>(
      '{name} now stands at {place} of {of}.',
    ),
    keep: 'I leave them so',
    yours: message<{ place: number }>('you had it at {place}'),
  },
  drag: {
    label: 'Your mark',
    how: 'Drag the round mark, or move it with the arrow keys.',
    notPut: 'You put nothing here; this is how it was.',
    gap: message<{ gap: string }>('Your mark was {gap} from where it belongs.'),
  },
  again: {
    said: message<{ said: string; was: string }>('The first time you said: {said}. It was: {was}.'),
    places: message<{ right: number; of: number }>(
      'The first time you had {right} of {of} in their places.',
    ),
    gap: message<{ gap: string }>('The first time you were {gap} off.'),
    nothing: 'The first time you gave no answer.',
  },
  all: {
    'one-drawing': {
      title: 'One drawing is enough, for you',
      about: 'Read five letters that nobody has shown you before. What makes it possible?',
      scenes: {
        you: {
          title: 'You first',
          text: 'Five letters of an alphabet that you do not know, each drawn once. Whose is each drawing of another hand? Press a letter, or its key. Then let the machines try, or do so at once.',
          act: 'Let the machines try',
        },
        pixels: {
          title: 'Compare them pixel by pixel',
          text: 'Lay each drawing over the five examples, and take the nearest. No training at all. Chance is 20%.',
          ask: 'On many such episodes, it reads about',
          options: { p20: '20%', p50: '50%', p80: '80%', p98: '98%' },
        },
        learned: {
          title: 'Now one that has practised',
          text: 'This network practised on other characters, five at a time, one drawing of each. It has never met these.',
          ask: 'On many such episodes, it reads about',
          options: { p20: '20%', p50: '50%', p80: '80%', p98: '98%' },
        },
        terms: {
          title: 'What it is called',
          text: 'One round is an <b>episode</b>. The examples are its <b>support set</b>, here 5 <b>ways</b> with 1 <b>shot</b> each; the drawings to read are its <b>query set</b>. Letters of training and of testing are never the same: what is tested is learning, not memory.',
        },
        again: {
          title: 'Once more: where does it come from?',
          text: 'Somebody hears how well it reads and says: “No wonder: these letters were in its practice.”',
          ask: 'What is right?',
          options: {
            memory: 'So it is: it remembers them',
            practice: 'Other letters were; it practised reading',
          },
        },
        against: {
          title: 'You against it',
          text: 'Twenty letters of one alphabet, one drawing of each, by one hand; the large one is by another. Lake asked people such questions. Answer a few; after all twenty you are told who erred. Then guess how a network of 100 KB does, which practised on other alphabets.',
          ask: 'On many such questions, it is wrong in about',
          options: { e1: '1%', e15: '15%', e50: '50%', e95: '95%' },
        },
      },
      seen: {
        you: message<{ pixels: number; maml: number; total: number }>(
          'Of {total} here, comparing pixels has {pixels} right, and a network that learned to learn {maml}. You needed no training either: you have read other letters before.',
        ),
        pixels: message<{ accuracy: string }>(
          'It reads {accuracy}. Two hands draw one letter differently; as pixels, another letter is often nearer.',
        ),
        before: message<{ maml: string; pixels: string }>(
          'It reads {maml}, from the same five drawings that gave pixels {pixels}. The difference was learned before the episode began.',
        ),
        again: message<{ maml: string }>(
          'It reads {maml}, of letters that were set aside before training began. What it brings along is how to read, not what was read.',
        ),
        against: message<{ alphabet: string; pixels: string }>(
          'It is wrong in {alphabet}, comparing pixels in {pixels}, guessing in 95.0%. On Lake’s official questions, which are others than these, people were wrong in 4.5%. It knows alphabets and how hands tremble; you know how a pen moves.',
        ),
        equal: message<{ alphabet: string; pixels: string }>(
          'Here it is wrong in {alphabet}, and pixels in {pixels}: on these characters, practice on other alphabets was worth nothing.',
        ),
        none: message<{ maml: string; pixels: string }>(
          'Here it reads {maml}, and pixels {pixels}: on these characters, practice on others was worth nothing.',
        ),
      },
    },
    averaging: {
      title: 'What is wrong with the average',
      about: 'One network, trained on every task at once. What does it know?',
      scenes: {
        tasks: {
          title: 'Every task is another wave',
          text: 'Heights from 0.1 to 5, and shifted; a learner sees ten points of one, and never the dotted curve. Look at some: <b>New task</b>. Can one network serve them all?',
        },
        pooled: {
          title: 'Train one network on all of them at once',
          text: 'This is <b>joint pre-training</b>: one network, one loss, the points of all tasks together. Then it meets a new wave, and has not seen a point of it yet.',
          ask: 'What will it predict?',
          options: {
            wave: 'The wave: it has seen thousands',
            average: 'The average of all waves',
            last: 'The wave that it saw last',
            nothing: 'Zero everywhere',
          },
          act: 'Train, and see',
        },
        steps: {
          title: 'Is it at least a good place to start from?',
          text: 'Now it gets ten points of the new wave, and descends their error: ten gradient steps.',
          ask: 'Draw its error after 0 to 5 steps',
        },
        again: {
          title: 'Once more: what does it know?',
          text: 'Somebody says: “It has seen thousands of waves. So it knows what a wave is, and needs only some points of this one.”',
          ask: 'What do the numbers say?',
          options: { knows: 'True: it knows waves', average: 'False: it knows their average' },
        },
        nobodys: {
          title: 'The average task is nobody’s task',
          text: 'Nothing went wrong: it was asked to be right on average, and is. It was never asked to <i>become</i> right. Large pre-trained models are used like this, with many more steps and examples. Can a network be trained for the steps themselves?',
        },
      },
      seen: {
        average: message<{ joint: string; best: string; zero: string; tasks: number }>(
          'Its error on {tasks} new waves is {joint}. To say zero everywhere would give {zero}; without a point, {best} is the best that there is, over all waves. It has become the average of all waves.',
        ),
        elsewhere: message<{ joint: string; best: string; zero: string; tasks: number }>(
          'Its error is {joint}: between zero everywhere ({zero}) and the best that can be said without a point ({best}). It is on its way to the average of all waves; train on.',
        ),
        again: message<{ before: string; best: string; after: string }>(
          'Before a point it is at {before}; {best} is the best without one. Ten steps on ten points leave {after}. Who knew waves would need two or three points.',
        ),
        stays: message<{ before: string; after: string; random: string }>(
          'From {before} to {after} in ten steps. From random weights ten steps lead to {random}. Better than nothing, and far from the wave.',
        ),
        moves: message<{ before: string; after: string; random: string }>(
          'From {before} to {after} in ten steps; from random weights to {random}. This time the average was a good start.',
        ),
      },
    },
    'two-loops': {
      title: 'Two loops',
      about: 'What is learned when a network learns to learn?',
      scenes: {
        before: {
          title: 'Same tasks, another goal',
          text: 'Joint pre-training is trained to be right at once, on every wave. <b>MAML</b> is trained to be right <i>one gradient step later</i>. Both practise on the same waves. Then both meet a new one, before any step.',
          ask: 'MAML’s error is then',
          options: {
            below: 'Far below that of joint',
            same: 'About the same',
            above: 'Clearly above',
          },
          act: 'Train both',
        },
        one: {
          title: 'Now ten points, and steps',
          text: 'Both get the same ten points of the new wave, and take the same gradient steps, of the same size.',
          ask: 'Draw MAML’s error after 0 to 5 steps',
        },
        loops: {
          title: 'One loop within the other',
          text: 'The <b>inner loop</b> takes a task’s support points and makes a step from the start: that is adapting. The <b>outer loop</b> looks at the error <i>after</i> it, on other points of that task, and moves the start. Training repeats the outer loop; a new task needs the inner one alone.',
        },
        walk: {
          title: 'Walk through it',
          text: 'Under <b>How each one learns</b>, the very next meta-iteration of this run stands line by line: what is drawn, which gradient, which step. Go through it with the arrows.',
          act: 'Go to the first gradient',
        },
        again: {
          title: 'Once more: what has it learned?',
          text: 'Somebody says: “MAML is so quick because it knows the waves already.”',
          ask: 'What do the numbers say?',
          options: {
            answer: 'True: it has learned the answer',
            start: 'False: it has learned a place to start',
          },
        },
      },
      seen: {
        equal: message<{ maml: string; joint: string; best: string; tasks: number }>(
          'On {tasks} new waves MAML is at {maml}, joint pre-training at {joint}. Over all waves, {best} is the best that there is without a point. MAML is not better yet: it was never asked to be.',
        ),
        better: message<{ maml: string; joint: string; best: string; tasks: number }>(
          'MAML is at {maml}, joint pre-training at {joint}; {best} is the best without a point. Joint is not there yet: train on, and look again.',
        ),
        apart: message<{ start: string; maml: string; joint: string; tasks: number }>(
          'From {start}, one step brings MAML to {maml}, and joint pre-training to {joint} only: on {tasks} new waves, with the same step. The slope at MAML’s start points at the answer.',
        ),
        together: message<{ start: string; maml: string; joint: string; tasks: number }>(
          'After one step MAML is at {maml}, from {start}, and joint pre-training at {joint}, on {tasks} new waves. They have not parted yet: train on.',
        ),
        away: message<{ start: string; maml: string; best: string }>(
          'Before a step it is at {start}: about {best}, what can be had without knowing the wave. After one it is at {maml}. It does not know the answers; it knows a place one step away from all of them.',
        ),
      },
    },
    'second-order': {
      title: 'The gradient of a gradient',
      about: 'MAML differentiates through a gradient step. What if one does not?',
      scenes: {
        bowls: {
          title: 'Two tasks, two weights',
          text: 'Each shade is the loss of one task over two weights, 0 at its cross. From θ each task takes one gradient step of its own, to φ. Joint pre-training cares for the losses before that step, <b>MAML</b> for those after it.',
          ask: 'Put θ where one step lands best for both',
          act: 'Show the best places',
        },
        worst: {
          title: 'Drop the Hessian',
          text: 'MAML’s gradient goes back through the step, and needs second derivatives for it: the <b>Hessian</b>, which says how the gradient changes from place to place. First-order MAML leaves it out. Train it beside the others, and look at all of them before any step on a new wave.',
          ask: 'Whose start is then the worst?',
          options: {
            maml: 'MAML’s',
            fomaml: 'That of first-order MAML',
            joint: 'That of joint pre-training',
          },
          act: 'Train all three',
        },
        one: {
          title: 'And one step later?',
          text: 'MAML and first-order MAML were both trained for the place where one step arrives. There they stand now.',
        },
        again: {
          title: 'Once more: the start alone',
          text: 'One step later first-order MAML stood close to MAML. Somebody who saw only that says: “Then its start must be as good.”',
        },
        cost: {
          title: 'What it costs',
          text: 'The Hessian is never formed: it would have millions of entries. Only its product with one vector is needed, and that costs about as much as a gradient. So MAML pays about one gradient more for each step, and gets the better start. <b>Meta-training loss</b> runs over the gradients that each took.',
        },
      },
      seen: {
        bowls: message<{ maml: string; joint: string; fomaml: string }>(
          'From the best place one step leaves {maml}; from where joint pre-training rests, {joint}; from first-order MAML’s place, {fomaml}. The steep bowl comes home from almost anywhere, so the best start stands near the flat one.',
        ),
        again: message<{ before: string; after: string; maml: string }>(
          'At its start it is at {before}, and MAML at {maml}; one step takes it to {after}. Where a step arrives says little about where it began.',
        ),
        drifted: message<{ maml: string; fomaml: string; joint: string }>(
          'First-order MAML stands at {fomaml}, MAML at {maml}, joint at {joint}. It took the gradient at the place of arrival for that of the start, so its start was pushed about for the sake of arrivals alone. The Hessian says how a step changes when its start moves.',
        ),
        held: message<{ maml: string; fomaml: string; joint: string }>(
          'First-order MAML stands at {fomaml}, MAML at {maml}, joint at {joint}. This time its start has not drifted.',
        ),
        one: message<{ maml: string; fomaml: string; joint: string }>(
          'After one step: MAML {maml}, first-order MAML {fomaml}, joint {joint}. Without the Hessian much is left, but not all.',
        ),
      },
    },
    reptile: {
      title: 'Reptile',
      about: 'No second derivatives, not even a query set. Where is the learning to learn?',
      scenes: {
        one: {
          title: 'One inner step',
          text: 'Reptile draws a task, descends on its points for some steps, and moves the start towards where it came. With a single step, that move is the gradient of that task, at the start.',
          ask: 'With one inner step, Reptile is',
          options: {
            maml: 'MAML',
            fomaml: 'First-order MAML',
            joint: 'Joint training',
            none: 'Nothing that has a name',
          },
          act: 'Train, and compare',
        },
        three: {
          title: 'Three inner steps',
          text: 'Each step is taken on a minibatch of its own. The sum of three gradients is no gradient of anything: it holds how far the step on one minibatch helps on the next.',
          act: 'Train with three',
        },
        patience: {
          title: 'Could one just wait?',
          text: 'A random start gets nothing for free, but it may take more steps: up to fifty here.',
          ask: 'It is where MAML is after one step within',
          options: { three: '3 steps', ten: '10 steps', fifty: '50 steps', never: 'More than 50' },
        },
      },
      seen: {
        joint: message<{ from: string; reptile: string; jointFrom: string; joint: string }>(
          'One gradient step takes Reptile from {from} to {reptile}, joint pre-training from {jointFrom} to {joint}: hardly anything, for both. It is joint training under another name.',
        ),
        other: message<{ from: string; reptile: string; jointFrom: string; joint: string }>(
          'One gradient step takes Reptile from {from} to {reptile}, joint pre-training from {jointFrom} to {joint}. In this run they are not alike.',
        ),
        three: message<{ reptile: string; joint: string; maml: string }>(
          'After one step on a new cubic: Reptile {reptile}, joint pre-training {joint}, MAML {maml}. What the second order does for MAML, several steps have done for Reptile.',
        ),
        caught: message<{ maml: string; random: string; of: number; at: number }>(
          'MAML is at {maml} after one step. The random start gets there after {at, plural, one {# step} other {# steps}}.',
        ),
        uncaught: message<{ maml: string; random: string; of: number }>(
          'MAML is at {maml} after one step. After {of} steps the random start is at {random}, and not there yet.',
        ),
      },
    },
    breaks: {
      title: 'When adaptation breaks',
      about: 'What was practised is what was learned. How far does it reach?',
      scenes: {
        higher: {
          title: 'Higher waves than in practice',
          text: 'All practised on heights up to 5. Now they meet waves from 5 to 8, ten points each, and take one step.',
          ask: 'Put them in order after the step, the best first',
          options: { random: 'Random weights', maml: 'MAML', joint: 'Joint pre-training' },
          act: 'Train, and see',
        },
        wider: {
          title: 'Wider than in practice',
          text: 'Heights as practised, but inputs from −8 to 8 instead of −5 to 5: points lie where no point ever lay.',
          ask: 'The first step makes MAML',
          options: { better: 'Better', same: 'No different', worse: 'Worse' },
        },
        further: {
          title: 'More steps than in practice',
          text: 'Back to waves as practised. MAML practised <i>one</i> step. What if it takes ten? This run begins from seed 3, picked because it shows something that not every run does.',
          ask: 'After ten steps, waves are',
          options: {
            all: 'Fitted better, all of them',
            most: 'Fitted better, but a few are ruined',
            worse: 'Fitted worse, most of them',
          },
        },
        again: {
          title: 'Once more: higher waves',
          text: 'The waves from 5 to 8 again, on your own seed. Now each takes ten steps on its ten points, not one.',
          ask: 'Put them in order after ten steps, the best first',
          options: { random: 'Random weights', maml: 'MAML', joint: 'Joint pre-training' },
        },
        prior: {
          title: 'The tasks are the prior',
          text: 'MAML has no rule for waves. It has weights from which one step suits the tasks that it <i>practised</i>, and the step is as sure of itself anywhere else. Which tasks to practise on is the strongest thing that a person says to it.',
        },
      },
      seen: {
        higher: message<{ maml: string; joint: string; zero: string }>(
          'After one step MAML is at {maml}, joint pre-training at {joint}; zero everywhere would be {zero}. What was learned reaches beyond what was practised, with less and less behind it.',
        ),
        ruined: message<{
          one: string;
          ten: string;
          ruined: number;
          tasks: number;
          mean: string;
        }>(
          'The median falls from {one} after one step to {ten} after ten. But {ruined, plural, one {# wave} other {# waves}} of {tasks} ran away; the mean of the others is {mean}. Nobody asked of the first step that others may follow.',
        ),
        unharmed: message<{ one: string; ten: string; tasks: number }>(
          'The median falls from {one} to {ten}, and none of {tasks} waves ran away. In this run ten steps did no harm.',
        ),
        again: message<{ maml: string; joint: string; random: string }>(
          'After ten steps MAML is at {maml}, joint pre-training at {joint}, random weights at {random}. Little is left of what was learned, but it is still the best of the three.',
        ),
        reversed: message<{ before: string; after: string }>(
          'From {before} to {after}: the step makes it worse. It was tuned for the inputs of practice, and is as large and as confident outside of them.',
        ),
        kept: message<{ before: string; after: string }>(
          'From {before} to {after}: this time the step still helps out there.',
        ),
      },
    },
    'two-views': {
      title: 'Two views of one thing',
      about: 'What would one do who knows exactly which tasks there are?',
      scenes: {
        band: {
          title: 'One who knows the family',
          text: '<b>Bayes</b> has practised nothing, but is told that tasks are waves: how high, how far shifted, and how noisy their points. From some points it works out which waves are still possible. The band is where it believes the curve to be; drag a point.',
          ask: 'Draw its error after 1, 2, 3, 5 and 10 points',
          act: 'Show it, and train MAML beside it',
        },
        beside: {
          title: 'Beside one who has practised',
          text: 'MAML was told nothing of waves, and has practised on many. Both get the same ten noisy points of new ones; MAML takes its one step.',
          ask: 'How far off is MAML then?',
          options: {
            same: 'About as far as Bayes',
            few: 'A few times as far',
            many: 'More than ten times as far',
          },
        },
        views: {
          title: 'A machine, or a belief',
          text: 'One view: meta-learning trains a <i>function</i> that reads a data set and gives back a predictor. The other: it learns a <i>prior</i>, and adapting is updating it by data. For a linear model a few steps of gradient descent from θ <i>are</i> the second: a prior about θ. For networks it is a way to think.',
        },
        again: {
          title: 'Once more: practised, or told',
          text: 'Ten noisy points of a new wave, for both: MAML has practised on waves, Bayes was told of them.',
        },
        knows: {
          title: 'Does it know how wrong it is?',
          text: 'A belief has a width. From five points Bayes says itself how far off it expects to be, before it has seen the wave.',
          ask: 'Over many waves it is really off by',
          options: {
            less: 'Less than it says',
            same: 'About what it says',
            more: 'More than it says',
          },
        },
      },
      seen: {
        again: message<{ maml: string; bayes: string; times: string }>(
          'After its one step MAML is at {maml}, Bayes at {bayes}: {times} times as far.',
        ),
        settled: message<{ one: string; three: string; ten: string }>(
          'Its error is {one} after one point, {three} after three, {ten} after ten. Two numbers make a wave: who knows that needs few points.',
        ),
        slow: message<{ one: string; three: string; ten: string }>(
          'Its error is {one} after one point, {three} after three, {ten} after ten. On these tasks it needs more points than is usual.',
        ),
        coarse: message<{ maml: string; bayes: string; times: string }>(
          'MAML is at {maml}, Bayes at {bayes}: {times} times as far. What Bayes was told MAML had to learn from tasks, and one step is a coarse way to use ten points.',
        ),
        close: message<{ maml: string; bayes: string; times: string }>(
          'MAML is at {maml}, Bayes at {bayes}: {times} times as far. Here one step comes close.',
        ),
        known: message<{ said: string; loss: string }>(
          'It says {said}, and is off by {loss}. A belief that is right about its tasks knows how wrong it is; MAML gives one curve, and no width.',
        ),
        unknown: message<{ said: string; loss: string }>(
          'It says {said}, and is off by {loss}. On these tasks what it was told does not hold.',
        ),
      },
    },
    compare: {
      title: 'Adapt, or compare',
      about: 'Two ways to read a new letter, and what a protocol is worth.',
      scenes: {
        families: {
          title: 'Two families',
          text: 'MAML <i>adapts</i>: a few gradient steps on the examples change its weights. A prototypical network <i>compares</i>: its weights stay, the examples become points in a plane, and a drawing takes the letter of the nearest. <b>Embedding</b> shows that plane.',
          act: 'How well do they read?',
        },
        statistics: {
          title: 'Each question alone',
          text: 'Until now all drawings to be read were normalised together, as in MAML’s own code. So each told something of the others. Now each is normalised without the rest.',
          ask: 'Put them in order: who then reads best, first',
          options: {
            maml: 'MAML',
            fomaml: 'First-order MAML',
            prototypical: 'The prototypical network',
          },
        },
        protocol: {
          title: 'Comparisons have protocols',
          text: 'Published tables mix both protocols, other splits and other networks. A difference of one per cent between two papers may be one of protocol. Here all stand under the same one, and <i>Batch statistics</i> under <b>Settings</b> says which.',
        },
      },
      seen: {
        families: message<{ maml: string; prototypical: string; joint: string }>(
          'MAML reads {maml}, the prototypical network {prototypical}. A classifier pre-trained on all letters, whose last layer is tuned, reads {joint}.',
        ),
        leans: message<{ maml: string; fomaml: string; prototypical: string }>(
          'MAML {maml}, first-order MAML {fomaml}, prototypical network {prototypical}. What was lost had come from seeing all questions at once. It was no skill in reading one.',
        ),
        equal: message<{ maml: string; fomaml: string; prototypical: string }>(
          'MAML {maml}, first-order MAML {fomaml}, prototypical network {prototypical}. So nobody had leaned on the other drawings here, or had lost by being kept from them.',
        ),
      },
    },
    'learned-optimizer': {
      title: 'An optimiser that was learned',
      about: 'An update rule is a function. Can a function be trained to be one?',
      scenes: {
        rule: {
          title: 'A rule that nobody wrote',
          text: 'SGD, momentum and Adam are rules that people wrote. Here an LSTM reads each gradient, coordinate by coordinate, and says the update. It was trained on thousands of small problems to bring the error down soon. Press <b>Play</b> on the surface.',
        },
        race: {
          title: 'A race over 100 steps',
          text: 'New problems of the kind that it practised on. The others have their best rate, found by trying many on such problems.',
          ask: 'Who is ahead at step 100?',
          options: { learned: 'The learned one', tuned: 'One of the tuned ones' },
          act: 'Show the race',
        },
        longer: {
          title: 'Four times as far',
          text: 'It was trained for races of 100 steps. Nobody told it what comes after.',
          ask: 'Who is ahead at step 400?',
          options: { learned: 'The learned one', tuned: 'One of the tuned ones' },
        },
        elsewhere: {
          title: 'On problems that it never met',
          text: 'Instead of quadratics: the weights of a small network that separates two clouds of points.',
          ask: 'Who is ahead at step 100 now?',
          options: { learned: 'The learned one', tuned: 'One of the tuned ones' },
          act: 'Show the race',
        },
        scratch: {
          title: 'Watch it being learned',
          text: 'From random weights its updates are noise. Each meta-iteration runs some races and moves the LSTM so that they would have gone better. The first 500 take up to two minutes; go on reading meanwhile, or stop when you like.',
          act: 'Train from scratch',
        },
      },
      seen: {
        first: message<{ own: string; other: string; rival: string; at: number }>(
          'At step {at} it is at {own}, and the best tuned one, {rival}, at {other}. It has learned this kind of problem, and this length.',
        ),
        second: message<{ own: string; other: string; rival: string; at: number }>(
          'At step {at} it is at {own}, and the best tuned one, {rival}, at {other}. In this race the rule that people wrote wins.',
        ),
        overtaken: message<{
          own: string;
          other: string;
          rival: string;
          at: number;
          horizon: number;
        }>(
          'At step {at} {rival} is at {other}, and the learned one at {own}. It was rewarded for {horizon} steps; what is good later, nobody asked of it.',
        ),
        ahead: message<{ own: string; other: string; rival: string; at: number; horizon: number }>(
          'At step {at} the learned one is at {own}, {rival} at {other}: ahead even beyond the {horizon} steps of its training.',
        ),
        carries: message<{ own: string; other: string; rival: string; at: number }>(
          'At step {at}: {own}, and {rival} {other}. It carries over this far.',
        ),
        carriesNot: message<{ own: string; other: string; rival: string; at: number }>(
          'At step {at}: {own}, and {rival} {other}. What it learned was for the problems that it practised on.',
        ),
        learned: message<{
          own: string;
          other: string;
          rival: string;
          at: number;
          trained: string;
        }>(
          'After {trained} meta-iterations its races end at {own} after {at} steps; the best tuned one, {rival}, is at {other}. Train on, and watch it come nearer.',
        ),
      },
    },
    'memory-cell': {
      title: 'A memory cell that holds the weights',
      about: 'An LSTM is a memory. What if what it remembers is a network?',
      scenes: {
        cell: {
          title: 'A cell that keeps, and adds',
          text: 'An LSTM’s cell keeps a share f of what it held, and adds a share i of something new. Let it hold a <b>weight</b>, and let the new be the way downhill, −∇L. Move f and i, and see ten steps on one small loss.',
          ask: 'Which gates make it gradient descent?',
          options: {
            rate: 'f = 1, and i the learning rate',
            swapped: 'i = 1, and f the learning rate',
            shares: 'f = 1 − i, whatever i is',
            none: 'None: a cell knows no gradient',
          },
        },
        keeps: {
          title: 'A small leak',
          text: 'Say f = 0.98, and no gradient comes. The weight just stays in the cell, ten steps long.',
          ask: 'How much of it is left, in per cent?',
        },
        learned: {
          title: 'Gates that were learned',
          text: 'Ravi and Larochelle let a network set both gates, for each weight at each step. The first weights, c₀, are learned too: so start, learning rate and decay come from one network. These are its equations; <b>it runs</b> in the regression lab, as meta-learner LSTM.',
        },
        again: {
          title: 'Once more: a larger leak',
          text: 'Now f = 0.9. Ten steps again, and no gradient.',
          ask: 'How much is left, in per cent?',
        },
        inside: {
          title: 'MAML is such a cell',
          text: 'In the <b>inner loop</b> of MAML every weight sits in a cell whose gates never move: f = 1, and i is the inner rate. Only what the cell holds at first is learned. So the learner of both gates contains MAML’s inner loop. Here it is, on waves.',
          act: 'Train it',
        },
      },
      seen: {
        cell: message<{ rate: number; theta: string; leak: number; short: string }>(
          'With f = 1 and i = {rate, number} ten steps end at {theta}: that is gradient descent at this rate, step for step. With f = {leak, number} they end at {short}. The cell forgets a little at each step, which pulls the weight towards 0: weight decay.',
        ),
        keeps: message<{ leak: number; share: string }>(
          'A share of {leak, number}, ten times over, leaves {share}. In the code of the paper the gates begin about there: f between 0.982 and 0.993.',
        ),
        inside: message<{ start: string; one: string; rate: number }>(
          'With f = 1 and i = {rate, number}, one step takes MAML from {start} to {one}. What was learned lies in c₀ alone.',
        ),
        again: message<{ leak: number; share: string }>(
          'A share of {leak, number}, ten times over, leaves {share}. A share at each step is a power over the steps: f must stand very near to 1, or the start that was learned is lost.',
        ),
      },
    },
    'memory-stream': {
      title: 'A memory that reads a stream',
      about: 'Weights stand still, and something is learned all the same. Where is it kept?',
      scenes: {
        bind: {
          title: 'A label that comes late',
          text: 'Drawings pass by. The label of each comes with the next one, and labels are dealt anew in every stream, so no weight can hold them. MANN, a network with a memory, was trained on other streams. Now its weights stand still.',
          ask: 'When a character comes for the second time, it is right in about',
          options: { p20: '20%: it guesses', p50: '50%', p95: '95%' },
        },
        first: {
          title: 'The first time',
          text: 'There are five labels. When a character comes for the first time, nobody has been told which is its own. Who guesses blindly is right in 20%. But some labels are taken.',
          ask: 'How often can one be right at first sightings, at most, in per cent?',
        },
        inside: {
          title: 'File, address, weigh, read',
          text: 'Below is one of its training streams, line by line. The drawing before is <b>filed</b> with the label that just came. <b>Next line</b>: the key of now <b>addresses</b> slots by likeness, a softmax <b>weighs</b> them, and their sum is <b>read</b>. Attention reads in the same three lines.',
        },
        who: {
          title: 'Who else can do it?',
          text: 'Others read the same streams. An LSTM has 64 cells for all it sees, and each drawing moves them all. A feed-forward network sees the drawing of now and the label of the one before, and keeps nothing.',
          ask: 'Who is right most often at the second sighting? The best first',
          options: { feedforward: 'Feed-forward', lstm: 'LSTM', mann: 'MANN' },
        },
        wrongly: {
          title: 'Tell it a lie',
          text: 'A character comes for the first time, and we tell a wrong label with the next drawing. Then it comes back. Nothing else was ever told of it.',
          ask: 'What will MANN say?',
          options: {
            label: 'The right label',
            told: 'The label that it was told',
            other: 'Some other one',
          },
        },
        twoLabels: {
          title: 'Once more: two labels',
          text: 'Say there are two characters and two labels. One comes first. Later the other comes for the first time.',
          ask: 'How often can one be right at first sightings, at most, in per cent?',
        },
        moved: {
          title: 'Labels that move',
          text: 'From drawing 26 on, every character has another label. Nobody says so: the labels that are told are just others than before. All that was filed until then is still there.',
          ask: 'Told a new label once, what does MANN say when the character comes back?',
          options: {
            fresh: 'Mostly the new label',
            old: 'Mostly the old one',
            neither: 'It wavers between the two',
          },
        },
        later: {
          title: 'Once more: told nine times',
          text: 'Now a character comes for the tenth time. Nine times its label was told.',
        },
      },
      seen: {
        remembers: message<{ second: string; streams: string; chance: string }>(
          'In {second}, over {streams} streams of characters that it never met; who guesses is right in {chance}. Told once, it knows. Weights did not move, so what it learned here lies in its memory.',
        ),
        forgets: message<{ second: string; streams: string; chance: string }>(
          'In {second}, over {streams} streams of characters that it never met; who guesses is right in {chance}. Here it did not keep what it was told.',
        ),
        leavesOut: message<{ ceiling: string; first: string }>(
          'At most in {ceiling}. Who sees that it is new can leave out the labels that others have, and guess among the rest. MANN is right in {first}: more than a blind guess, so it does leave some out.',
        ),
        guesses: message<{ ceiling: string; first: string }>(
          'At most in {ceiling}: who sees that it is new can leave out the labels that others have. MANN is right in {first}.',
        ),
        needs: message<{ mann: string; lstm: string; feedforward: string }>(
          'MANN {mann}, LSTM {lstm}, feed-forward {feedforward}. Who keeps nothing can only guess. The LSTM has to pack every drawing with its label into the same cells; MANN files each in a place of its own.',
        ),
        ties: message<{ mann: string; lstm: string; feedforward: string }>(
          'MANN {mann}, LSTM {lstm}, feed-forward {feedforward}. Here they do not stand in the order of what they can keep.',
        ),
        believes: message<{
          at: number;
          back: number;
          told: string;
          label: string;
          said: string;
          sure: string;
        }>(
          'Drawing {at} was told as {told}, though it is {label}. It came back as drawing {back}, and MANN said {said}, {sure} sure. It learned your lie at once, and no weight moved.',
        ),
        doubts: message<{
          at: number;
          back: number;
          told: string;
          label: string;
          said: string;
          sure: string;
        }>(
          'Drawing {at} was told as {told}, though it is {label}. It came back as drawing {back}, and MANN said {said}, {sure} sure: not what it was told.',
        ),
        twoLabels: message<{ ceiling: string; five: string }>(
          'At most in {ceiling}: the first is a coin toss, and for the second one label is left. With five labels it was {five}: the more there are, the more is left to guess.',
        ),
        outvoted: message<{ fresh: string; old: string; freshLater: string; oldLater: string }>(
          'The old one in {old}, the new one in {fresh}. It reads all that looks alike, and the old notes are still more: nothing was wiped. At the sixth sighting since, it is {oldLater} to {freshLater}.',
        ),
        follows: message<{ fresh: string; old: string; freshLater: string; oldLater: string }>(
          'The old one in {old}, the new one in {fresh}. At the sixth sighting since, it is {oldLater} to {freshLater}.',
        ),
        short: message<{ mann: string; lstm: string; feedforward: string }>(
          'MANN {mann}, LSTM {lstm}, feed-forward {feedforward}. The LSTM was told nine times and still mixes them up: what lies in the same cells gets blurred. MANN has nine places to find it in.',
        ),
        near: message<{ mann: string; lstm: string; feedforward: string }>(
          'MANN {mann}, LSTM {lstm}, feed-forward {feedforward}. Told nine times, they are no longer in the order of what they can keep.',
        ),
      },
    },
    reading: {
      title: 'A reader that goes on learning',
      about: 'A language model is trained once. What if it learned on while it reads?',
      scenes: {
        dialects: {
          title: 'One language, many dialects',
          text: 'An invented language: sixteen syllables, and a table of what follows what. Each document bends that table its own way, as an article has its own names. Two readers know the table by heart. One of them also <b>counts</b> what follows what in this document.',
          act: 'Show where counting helps',
        },
        gain: {
          title: 'What is counting worth?',
          text: 'Two documents of 512 tokens are read, one after the other. At the border the counts begin anew. What the counter expects is exact: the mean of the posterior, (n + κM) / (N + κ).',
          ask: 'Draw its gain in nats a token; the border is at 512',
        },
        memories: {
          title: 'Three memories',
          text: 'Wolf, Chaumond and Delangue put this into a network. Its hidden state remembers the last words, <i>dynamical weights</i> the article, slow weights the language. A meta-learner moves the dynamical ones while it reads. It is <b>not live here yet</b>: the counter shows what can be gained.',
        },
        again: {
          title: 'Once more: what has it learned?',
          text: 'Somebody says: “After four hundred tokens it expects the next one better. So it has become better at the language.”',
          ask: 'What do the numbers say?',
          options: { language: 'True: at the language', document: 'False: at this document' },
        },
      },
      seen: {
        dialects: message<{
          end: number;
          endWorse: number;
          beginning: number;
          beginningWorse: number;
        }>(
          'At the end of A counting expects {end} of 60 tokens clearly better, and {endWorse} worse. At the beginning of B, of which it has read little, it is {beginning} better and {beginningWorse} worse.',
        ),
        gain: message<{ start: string; end: string; border: string; documents: number }>(
          'Over {documents} documents: {start} nats a token at first, {end} near the end, and {border} just after the border. On average no reader who was not given the document’s own table can gain more.',
        ),
        again: message<{ end: string; border: string }>(
          'Its gain is {end} near the end of a document and {border} at the start of the next. What it learned was the document. The language it knew before, and knows as well as before.',
        ),
      },
    },
    'bi-level': {
      title: 'Everything has two levels',
      about: 'The size of a step is set by hand. Could it be learned as well?',
      scenes: {
        which: {
          title: 'Which way should α go?',
          text: 'MAML has trained with steps of α = 0.01. Now its start stays as it is; only the one step on a new task gets shorter or longer.',
          ask: 'For the least error after that step, α should be',
          options: {
            less: 'Clearly shorter',
            stay: 'About as it is',
            more: 'Clearly longer',
          },
          act: 'Train, and show the curve',
        },
        slope: {
          title: 'The slope costs nothing',
          text: 'How does the error after the step change with α? Multiply two gradients that MAML has computed anyway, one at θ and one at φ: that is the dashed tangent. Drag α, and see it touch the curve everywhere. Choose <b>Random initialisation</b> above: for it no α helps much.',
        },
        learned: {
          title: 'Let the outer loop move α',
          text: 'If there is a slope, one can follow it. <b>Meta-SGD</b> does so while it trains: the outer loop moves θ, and a rate for every single weight. On new tasks it takes one step by those.',
          ask: 'After it, beside MAML, it is',
          options: { better: 'Clearly better', same: 'About the same', worse: 'Clearly worse' },
        },
        again: {
          title: 'Once more: which way?',
          text: 'The curve is of <b>Meta-SGD</b> now: 1 means its rates as they were learned, 2 means twice as far.',
          ask: 'For the least error after that step, its rates should be',
          options: { less: 'Clearly lower', stay: 'About as they are', more: 'Clearly higher' },
        },
        pattern: {
          title: 'One pattern',
          text: 'An inner problem is solved; an outer one asks how it came out, and moves what the inner one takes as given: a start, a rate, an update rule, an architecture. What differs is whether that has a derivative. A rate has one. An architecture has none, and is searched for by reward.',
        },
      },
      seen: {
        again: message<{ loss: string; best: string; least: string }>(
          'As they were learned the error is {loss}; the best of those tried is {best} times that, with {least}.',
        ),
        made: message<{ rate: string; loss: string; best: string; least: string }>(
          'At {rate} the error is {loss}; the best of those tried is {best}, with {least}. Shorter or longer is worse: θ was made for steps of this size.',
        ),
        moves: message<{ rate: string; loss: string; best: string; least: string }>(
          'At {rate} the error is {loss}; the best of those tried is {best}, with {least}. In this run another step would be better.',
        ),
        paid: message<{ metasgd: string; maml: string }>(
          'Meta-SGD is at {metasgd}, MAML at {maml}: rates that were learned are worth more than one that was set.',
        ),
        unpaid: message<{ metasgd: string; maml: string }>(
          'Meta-SGD is at {metasgd}, MAML at {maml}. In this run learned rates have not paid yet: train on.',
        ),
      },
    },
  },
};
