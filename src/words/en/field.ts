/** The words of the map of the field: its groups, its cards, and the tables below it. */

import { message } from '../message';

export const field = {
  title: 'Map of the field',
  lead: 'Every method that lectures teach, each in its place. What is live here leads to its lab and its lessons; the rest to a card.',
  toLessons: 'All lessons',
  sections: {
    methods: 'Methods, in three ways',
    cards: 'Reference cards',
    bilevel: 'Two loops, in one table',
    published: 'Published figures',
  },

  by: 'Group them by',
  taxonomies: {
    lecture: {
      label: 'Initialisation, recurrent, reinforcement',
      source:
        'As lecture 16 of the course CS420 (2019) divides them: by what produces the learning.',
    },
    post: {
      label: 'Optimizer, metric, recurrent',
      source: 'As Pan, Gao and Zhou (2020) divide them: by what is learned.',
    },
    slides: {
      label: 'Black box, Meta Networks, memory',
      source:
        'As slides that begin with two views of meta-learning divide them: by how a network takes a data set in.',
    },
  },
  groups: {
    initialisation: {
      label: 'Initialisation',
      text: 'Learn where training on a new task should begin.',
    },
    reinforcement: {
      label: 'Reinforcement learning',
      text: 'An update rule is a policy, and how far the loss falls is its reward.',
    },
    optimizer: {
      label: 'Optimizer',
      text: 'Learn how a learner is best trained on a new task.',
    },
    metric: {
      label: 'Metric',
      text: 'Learn a space in which a few examples are enough to compare with.',
    },
    blackBox: {
      label: 'Black box',
      text: 'A network reads the data set, and gives out the learner or what it needs to know.',
    },
    metaNetworks: {
      label: 'Meta Networks',
      text: 'Fast weights for one task, beside slow ones for all.',
    },
    memory: {
      label: 'Memory and attention',
      text: 'Examples are kept, and found again by likeness.',
    },
  },
  /** A group of this name is another one in each taxonomy that has it. */
  recurrent: {
    lecture: {
      label: 'Recurrent network',
      text: 'A recurrent network makes better steps of gradients, one after another.',
    },
    post: {
      label: 'Recurrent network',
      text: 'A recurrent network reads the data set as a stream.',
    },
  },
  baselines: { label: 'Baselines', text: 'What the others are compared with.' },
  unplaced: {
    label: 'Not placed',
    text: 'In none of these groups, by name or by what defines them.',
  },
  marks: {
    named: 'Filled: the lecture names it in this group.',
    fits: 'Hollow: it fits what defines the group; the lecture does not name it there.',
    /** After a method, for who cannot see its mark. */
    fitsOnly: 'fits the group, not named',
  },
  inLab: message<{ lab: string }>('{lab} lab'),
  card: 'card',
  lesson: message<{ title: string }>('Lesson: {title}'),
  byHand: 'Optimisers written by hand',
  all: {
    title: 'All three beside each other',
    method: 'Method',
    none: 'not placed',
  },

  notLive: 'Not live here yet',
  threeLines: 'How it reads, in three lines with live numbers: the memory lab',
  cardsLead:
    'What lectures teach and no lab here runs yet: what it is, its equation in the notation of the labs, and its paper.',
  cards: {
    twoViews: {
      title: 'Two views: mechanistic and probabilistic',
      text: 'Mechanistic: a network reads a data set and a query, and predicts. Probabilistic: θ is a prior over weights φ, learned from many tasks, and adaptation infers φ from it and the support set. A few gradient steps from θ act as such a prior; in linear models exactly.',
      formula:
        'Prediction is a function of support set and query; adaptation finds the most probable φ.',
    },
    blackBox: {
      title: 'Black-box adaptation',
      text: 'A network reads the support set and gives out the weights of a learner; or, as those are many, a summary h that goes to the learner with each query. In conditional neural processes h is the mean over embedded points.',
      formula: 'φ is what a network makes of the support set; or h is a mean of embedded points.',
    },
    recurrentPolicy: {
      title: 'Meta-reinforcement learning by recurrence',
      text: 'A recurrent policy is told its last action and reward, and keeps its state through all episodes of one task. Reinforcement learning moves its weights over many tasks; within a task its state learns.',
      formula: 'The next action depends on observation, last action, last reward and state.',
    },
    metaNetworks: {
      title: 'Meta Networks',
      text: 'The loss gradient of a support example is its meta information. A network m makes fast weights of it, kept under a key. A query mixes them by attention; an augmented layer adds what slow and fast weights give. Slow weights are trained by the loss on queries.',
      formula:
        'Fast weights are made from gradients and mixed by attention; a layer adds what slow and fast weights give.',
    },
    memoryNetworks: {
      title: 'Key-value and end-to-end memory networks',
      text: 'A question is compared with the key of every record; a softmax weighs their values, and the sum is what is read, in one hop or several. With drawings as keys and labels as values it is the attention of matching networks, which are live in the Omniglot lab.',
      formula: 'A softmax of likenesses to keys m weighs values c; the sum is added to the query.',
    },
    encoderDecoder: {
      title: 'Encoder-decoder and context vector',
      text: 'One recurrent network reads a sequence into states, another writes the answer. With attention each word written has a context vector of its own: the states that were read, weighted by how well they align with it.',
      formula: 'The context is the sum of states, weighted by a softmax of alignments.',
    },
    readWriteMemory: {
      title: 'A memory to read and to write',
      text: 'Hidden units become records of a memory, the output gate becomes attention, and input and forget gates become what is added to a record and erased from it. All of it is smooth, so that gradients pass.',
      formula: 'Reading is a weighted sum of records; writing erases by e and adds a, by weight.',
    },
    dynamicalLanguage: {
      title: 'A language model that goes on learning',
      text: 'Three memories: the state of an LSTM for words, weights that a meta-learner g moves as it reads for the article, weights that stay for the language. g is trained by the loss of the language model. Written here in general form.',
      formula: 'The next weights are what g makes of the weights and their gradient.',
    },
    mamlRl: {
      title: 'MAML for reinforcement learning',
      text: 'The data of a task are trajectories, and its loss is minus the return. No reward has a derivative, so a surrogate loss with the same gradient takes its place, of advantages A and log-probabilities. Query trajectories are those of the adapted policy: algorithm 3 of the paper.',
      formula: 'Both loops follow policy gradients of minus the expected return.',
    },
    learnToOptimise: {
      title: 'Learning to optimise, by reinforcement',
      text: 'Any optimiser is a function from what it has seen to its next step. Here it is a policy: the step is its action, and the objective after each step its cost. It was trained by guided policy search.',
      formula: 'The step is what a policy makes of f and all points so far; the sum of f is least.',
    },
    architectureSearch: {
      title: 'Architecture search, by reinforcement',
      text: 'A recurrent controller writes the description of a network, token by token. The network is trained, and its validation accuracy is the reward R. Accuracy has no derivative by an architecture: REINFORCE estimates one.',
      formula:
        'The gradient is a mean of log-probability gradients, weighted by reward minus baseline b.',
    },
    reversibleLearning: {
      title: 'Hyperparameters by reversible learning',
      text: 'A whole training is differentiated backwards, by every rate of every step. To keep its way would take too much memory; gradient descent with momentum is run in reverse instead, exactly, with the bits that rounding lost stored.',
      formula:
        'The derivative by a rate is an inner product with the velocity; the step is undone by subtracting it.',
    },
    hallucination: {
      title: 'Low-shot learning by hallucination',
      text: 'A class with few examples is given more: pairs of examples of other classes show how a class varies, and a network G completes the analogy for the new one. Features are trained so that classifiers of few examples are near those of many.',
      formula: 'c₁ is to c₂ as x is to what G makes of the features of all three.',
    },
    fastWeights: {
      title: 'Fast weights, and networks that refer to themselves',
      text: 'Early approaches: a thesis of 1987 on learning how to learn; in 1992 a slow network that learns to write the weights of a fast one while a sequence goes by; in 1993 a network that embeds its own meta-levels. The equation is the form with keys and values.',
      formula:
        'A slow network gives key k and value v; their outer product is added to the fast weights.',
    },
    synapticRule: {
      title: 'Learning a synaptic learning rule',
      text: 'An early approach, from 1990: how a synapse changes is a function F of what is local to it, the same everywhere, with parameters θ. Those are optimised over networks and tasks, by gradient descent or by genetic algorithms.',
      formula:
        'Each synapse changes by F of its own inputs; θ makes the losses of all tasks least.',
    },
    imperfectData: {
      title: 'Imperfect but plentiful data',
      text: 'Labels cost work. Other data are imperfect and plentiful: without labels, of several kinds at once, from other domains. Few-shot learning from many small data sets is one way to use the last, and its training examples are whole data sets.',
      formula: 'θ makes the query loss least, of learners made from support sets.',
    },
  },
  sources: {
    schmidhuber: 'Schmidhuber 1992, Neural Computation 4',
    bengio: 'Bengio et al. 1995, Neural Processing Letters 2',
    graves: 'Graves et al. 2014, arXiv 1410.5401',
    bahdanau: 'Bahdanau et al. 2015, arXiv 1409.0473',
    maclaurin: 'Maclaurin et al. 2015, arXiv 1502.03492',
    sukhbaatar: 'Sukhbaatar et al. 2015, arXiv 1503.08895',
    li: 'Li and Malik 2017, arXiv 1606.01885',
    hariharan: 'Hariharan and Girshick 2017, arXiv 1606.02819',
    zoph: 'Zoph and Le 2017, arXiv 1611.01578',
    duan: 'Duan et al. 2016, arXiv 1611.02779',
    wang: 'Wang et al. 2016, arXiv 1611.05763',
    ravi: 'Ravi and Larochelle 2017, OpenReview rJY0-Kcll',
    liNets: 'Li and Malik 2017, arXiv 1703.00441',
    munkhdalai: 'Munkhdalai and Yu 2017, arXiv 1703.00837',
    finn: 'Finn et al. 2017, arXiv 1703.03400',
    grant: 'Grant et al. 2018, arXiv 1801.08930',
    wolf: 'Wolf et al. 2018, arXiv 1803.10631',
    garnelo: 'Garnelo et al. 2018, arXiv 1807.01613',
    schlag: 'Schlag et al. 2021, arXiv 2102.11174',
  },

  bilevel: {
    lead: 'One pattern: an inner variable is found from inner data, and an outer one is moved so that it does well on outer data. What differs is which derivative there is.',
    data: 'Two loops, as a table',
    method: 'Method',
    columns: {
      innerVariable: 'Inner variable',
      outerVariable: 'Outer variable',
      innerData: 'Inner data',
      outerData: 'Outer data',
      derivative: 'How the outer derivative is had',
    },
    rows: {
      maml: {
        innerVariable: 'φ, after a few steps',
        outerVariable: 'θ, where they begin',
        innerData: 'Support set',
        outerData: 'Query set of the same task',
        derivative: 'Chain rule through the steps: a Hessian-vector product for each',
      },
      mamlRl: {
        innerVariable: 'φ, the adapted policy',
        outerVariable: 'θ, the policy before',
        innerData: 'Trajectories of the policy before',
        outerData: 'Trajectories of the adapted policy',
        derivative: 'Policy gradients in both loops, of a surrogate for minus the return',
      },
      learned: {
        innerVariable: 'θ, what is optimised',
        outerVariable: 'φ, weights of the LSTM',
        innerData: 'The problem f, step by step',
        outerData: 'f along the way, summed',
        derivative: 'Backwards through the unrolled steps; gradients of f count as constants',
      },
      ravi: {
        innerVariable: 'θ, the cell state',
        outerVariable: 'Weights of the gates, and the first cell state',
        innerData: 'Support set, in batches',
        outerData: 'Query set of the same task',
        derivative: 'Backwards through the cell; gradients that enter it count as constants',
      },
      reversibleLearning: {
        innerVariable: 'w, weights of a whole training',
        outerVariable: 'Rates and momenta of every step, penalties, data',
        innerData: 'Training set',
        outerData: 'Validation set',
        derivative: 'Chain rule through the whole training, which is run in reverse',
      },
      architectureSearch: {
        innerVariable: 'Weights of the network described',
        outerVariable: 'Weights of the controller',
        innerData: 'Training set',
        outerData: 'Validation set',
        derivative: 'There is none: REINFORCE estimates it from rewards',
      },
      prototypical: {
        innerVariable: 'None',
        outerVariable: 'Weights of the embedding',
        innerData: 'Support set, embedded once',
        outerData: 'Query set of the same episode',
        derivative: 'An ordinary gradient: nothing is unrolled',
      },
    },
  },

  published: {
    lead: 'Accuracy in per cent, with 95% intervals where they were given. Beside each chart stands what in it must not be compared.',
    method: 'Method',
    kinds: { published: 'Published', ours: 'Ours, computed beforehand' },
    figure: message<{ mean: string; ci95: string }>('{mean} ± {ci95}'),
    notComparable: 'What is not comparable',
    miniImagenet: {
      title: 'mini-ImageNet, 5-way',
      text: 'Colour photographs of 100 classes, 84 × 84 pixels: 64 to train, 16 to validate, 20 to test. Nothing here is trained on them. All rows are from table 1 of Finn et al. 2017.',
      oneShot: '1-shot',
      fiveShot: '5-shot',
      rows: {
        finetune: 'Fine-tuning baseline',
        neighbour: 'Nearest-neighbour baseline',
        matching: 'Matching networks',
        lstm: 'Meta-learner LSTM',
        fomaml: 'First-order MAML',
        maml: 'MAML',
      },
      notes: {
        statistics:
          'MAML normalises all queries of a task together, so each says something about the others. The published code of the meta-learner LSTM does not.',
        copied:
          'The first four rows were run by Ravi and Larochelle, the last two by Finn et al. Matching networks are those with full context embeddings.',
        network: 'Later papers often use deeper networks: their figures belong in another chart.',
      },
    },
    omniglot: {
      title: 'Omniglot, published and ours',
      task: 'Task',
      tasks: {
        'omniglot-5way-1shot': '5-way 1-shot',
        'omniglot-5way-5shot': '5-way 5-shot',
        'omniglot-20way-1shot': '20-way 1-shot',
      },
      column: 'Accuracy, %',
      from: message<{ date: string; command: string; tasks: string }>(
        'Ours: {tasks} held-out tasks, computed on {date} by <code>{command}</code>.',
      ),
      mann: 'MANN, no convolutions',
      mannSource: 'Santoro et al. 2016, as Finn et al. 2017 quote it',
      stream:
        'MANN reads a stream of drawings, with labels one step late: its figures are those of the second and the fifth drawing of a character.',
    },
  },
};
