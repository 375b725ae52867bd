/** The papers behind contenders, presets and characters, as BibTeX has them. What is not certain of one is left out. */

import type { ContenderName } from '../../../ui/palette';

export interface Entry {
  readonly type: 'article' | 'inproceedings' | 'misc' | 'software';
  /** In the order in which they are written; `author` as BibTeX separates people. */
  readonly fields: Readonly<Record<string, string>>;
}

const arxiv = (eprint: string) => ({
  ...{ eprint, archiveprefix: 'arXiv', url: `https://arxiv.org/abs/${eprint}` },
});
const nips = (volume: number) => ({
  booktitle: `Advances in Neural Information Processing Systems ${volume}`,
});
const icml = (which: string) => ({
  booktitle: `Proceedings of the ${which} International Conference on Machine Learning`,
});
const iclr = { booktitle: 'International Conference on Learning Representations' };

export const papers = {
  finn2017: {
    type: 'inproceedings',
    fields: {
      author: 'Finn, Chelsea and Abbeel, Pieter and Levine, Sergey',
      title: '{Model-Agnostic} Meta-Learning for Fast Adaptation of Deep Networks',
      ...icml('34th'),
      year: '2017',
      ...arxiv('1703.03400'),
    },
  },
  nichol2018: {
    type: 'misc',
    fields: {
      author: 'Nichol, Alex and Achiam, Joshua and Schulman, John',
      title: 'On First-Order Meta-Learning Algorithms',
      year: '2018',
      ...arxiv('1803.02999'),
    },
  },
  li2017: {
    type: 'misc',
    fields: {
      author: 'Li, Zhenguo and Zhou, Fengwei and Chen, Fei and Li, Hang',
      title: '{Meta-SGD}: Learning to Learn Quickly for Few-Shot Learning',
      year: '2017',
      ...arxiv('1707.09835'),
    },
  },
  raghu2020: {
    type: 'inproceedings',
    fields: {
      author: 'Raghu, Aniruddh and Raghu, Maithra and Bengio, Samy and Vinyals, Oriol',
      title: 'Rapid Learning or Feature Reuse? {Towards} Understanding the Effectiveness of {MAML}',
      ...iclr,
      year: '2020',
      ...arxiv('1909.09157'),
    },
  },
  rajeswaran2019: {
    type: 'inproceedings',
    fields: {
      author: 'Rajeswaran, Aravind and Finn, Chelsea and Kakade, Sham M. and Levine, Sergey',
      title: 'Meta-Learning with Implicit Gradients',
      ...nips(32),
      year: '2019',
      ...arxiv('1909.04630'),
    },
  },
  ravi2017: {
    type: 'inproceedings',
    fields: {
      author: 'Ravi, Sachin and Larochelle, Hugo',
      title: 'Optimization as a Model for Few-Shot Learning',
      ...iclr,
      year: '2017',
      url: 'https://openreview.net/forum?id=rJY0-Kcll',
    },
  },
  snell2017: {
    type: 'inproceedings',
    fields: {
      author: 'Snell, Jake and Swersky, Kevin and Zemel, Richard',
      title: 'Prototypical Networks for Few-shot Learning',
      ...nips(30),
      year: '2017',
      ...arxiv('1703.05175'),
    },
  },
  vinyals2016: {
    type: 'inproceedings',
    fields: {
      author:
        'Vinyals, Oriol and Blundell, Charles and Lillicrap, Timothy and Kavukcuoglu, Koray and Wierstra, Daan',
      title: 'Matching Networks for One Shot Learning',
      ...nips(29),
      year: '2016',
      ...arxiv('1606.04080'),
    },
  },
  andrychowicz2016: {
    type: 'inproceedings',
    fields: {
      author: String.raw`Andrychowicz, Marcin and Denil, Misha and G{\'o}mez Colmenarejo, Sergio and Hoffman, Matthew W. and Pfau, David and Schaul, Tom and Shillingford, Brendan and de Freitas, Nando`,
      title: 'Learning to learn by gradient descent by gradient descent',
      ...nips(29),
      year: '2016',
      ...arxiv('1606.04474'),
    },
  },
  pan2020: {
    type: 'misc',
    fields: {
      author: 'Pan and Gao and Zhou',
      title: 'Meta-learning: A Learning to Learn Approach',
      year: '2020',
    },
  },
  lake2015: {
    type: 'article',
    fields: {
      author: 'Lake, Brenden M. and Salakhutdinov, Ruslan and Tenenbaum, Joshua B.',
      title: 'Human-level concept learning through probabilistic program induction',
      journal: 'Science',
      volume: '350',
      number: '6266',
      pages: '1332--1338',
      year: '2015',
      doi: '10.1126/science.aab3050',
    },
  },
  polyak1964: {
    type: 'article',
    fields: {
      author: 'Polyak, Boris T.',
      title: 'Some methods of speeding up the convergence of iteration methods',
      journal: '{USSR} Computational Mathematics and Mathematical Physics',
      volume: '4',
      number: '5',
      year: '1964',
    },
  },
  nesterov1983: {
    type: 'article',
    fields: {
      author: 'Nesterov, Yurii',
      title:
        'A method for solving the convex programming problem with convergence rate {$O(1/k^2)$}',
      journal: 'Doklady Akademii Nauk {SSSR}',
      volume: '269',
      year: '1983',
    },
  },
  sutskever2013: {
    type: 'inproceedings',
    fields: {
      author: 'Sutskever, Ilya and Martens, James and Dahl, George and Hinton, Geoffrey',
      title: 'On the importance of initialization and momentum in deep learning',
      ...icml('30th'),
      year: '2013',
    },
  },
  bengio2013: {
    type: 'misc',
    fields: {
      author: 'Bengio, Yoshua and Boulanger-Lewandowski, Nicolas and Pascanu, Razvan',
      title: 'Advances in Optimizing Recurrent Networks',
      year: '2013',
      ...arxiv('1212.0901'),
    },
  },
  tieleman2012: {
    type: 'misc',
    fields: {
      author: 'Tieleman, Tijmen and Hinton, Geoffrey',
      title:
        'Lecture 6.5, {RMSProp}: Divide the gradient by a running average of its recent magnitude',
      howpublished: 'Coursera: Neural Networks for Machine Learning',
      year: '2012',
    },
  },
  kingma2015: {
    type: 'inproceedings',
    fields: {
      author: 'Kingma, Diederik P. and Ba, Jimmy',
      title: '{Adam}: A Method for Stochastic Optimization',
      ...iclr,
      year: '2015',
      ...arxiv('1412.6980'),
    },
  },
  hestenes1952: {
    type: 'article',
    fields: {
      author: 'Hestenes, Magnus R. and Stiefel, Eduard',
      title: 'Methods of conjugate gradients for solving linear systems',
      journal: 'Journal of Research of the National Bureau of Standards',
      volume: '49',
      number: '6',
      year: '1952',
    },
  },
  nocedal1980: {
    type: 'article',
    fields: {
      author: 'Nocedal, Jorge',
      title: 'Updating quasi-{Newton} matrices with limited storage',
      journal: 'Mathematics of Computation',
      volume: '35',
      number: '151',
      year: '1980',
    },
  },
  liu1989: {
    type: 'article',
    fields: {
      author: 'Liu, Dong C. and Nocedal, Jorge',
      title: 'On the limited memory {BFGS} method for large scale optimization',
      journal: 'Mathematical Programming',
      volume: '45',
      year: '1989',
    },
  },
  lewis2013: {
    type: 'article',
    fields: {
      author: 'Lewis, Adrian S. and Overton, Michael L.',
      title: 'Nonsmooth optimization via quasi-{Newton} methods',
      journal: 'Mathematical Programming',
      volume: '141',
      year: '2013',
    },
  },
  garnelo2018: {
    type: 'inproceedings',
    fields: {
      author:
        'Garnelo, Marta and Rosenbaum, Dan and Maddison, Christopher and Ramalho, Tiago and Saxton, David and Shanahan, Murray and Teh, Yee Whye and Rezende, Danilo and Eslami, S. M. Ali',
      title: 'Conditional Neural Processes',
      ...icml('35th'),
      year: '2018',
      ...arxiv('1807.01613'),
    },
  },
  kim2019: {
    type: 'inproceedings',
    fields: {
      author:
        'Kim, Hyunjik and Mnih, Andriy and Schwarz, Jonathan and Garnelo, Marta and Eslami, Ali and Rosenbaum, Dan and Vinyals, Oriol and Teh, Yee Whye',
      title: 'Attentive Neural Processes',
      ...iclr,
      year: '2019',
      ...arxiv('1901.05761'),
    },
  },
  santoro2016: {
    type: 'inproceedings',
    fields: {
      author:
        'Santoro, Adam and Bartunov, Sergey and Botvinick, Matthew and Wierstra, Daan and Lillicrap, Timothy',
      title: 'Meta-Learning with Memory-Augmented Neural Networks',
      ...icml('33rd'),
      year: '2016',
      ...arxiv('1605.06065'),
    },
  },
  kaiser2017: {
    type: 'inproceedings',
    fields: {
      author: 'Kaiser, {\\L}ukasz and Nachum, Ofir and Roy, Aurko and Bengio, Samy',
      title: 'Learning to Remember Rare Events',
      ...iclr,
      year: '2017',
      ...arxiv('1703.03129'),
    },
  },
  mishra2018: {
    type: 'inproceedings',
    fields: {
      author: 'Mishra, Nikhil and Rohaninejad, Mostafa and Chen, Xi and Abbeel, Pieter',
      title: 'A Simple Neural Attentive Meta-Learner',
      ...iclr,
      year: '2018',
      ...arxiv('1707.03141'),
    },
  },
  hochreiter2001: {
    type: 'inproceedings',
    fields: {
      author: 'Hochreiter, Sepp and Younger, A. Steven and Conwell, Peter R.',
      title: 'Learning to Learn Using Gradient Descent',
      booktitle: 'Artificial Neural Networks: ICANN 2001',
      year: '2001',
      doi: '10.1007/3-540-44668-0_13',
    },
  },
  vaswani2017: {
    type: 'inproceedings',
    fields: {
      author:
        'Vaswani, Ashish and Shazeer, Noam and Parmar, Niki and Uszkoreit, Jakob and Jones, Llion and Gomez, Aidan N. and Kaiser, Lukasz and Polosukhin, Illia',
      title: 'Attention Is All You Need',
      ...nips(30),
      year: '2017',
      ...arxiv('1706.03762'),
    },
  },
} as const satisfies Readonly<Record<string, Entry>>;
export type PaperName = keyof typeof papers;

/** Whose each contender is; none for what needs no source. */
export const papersOf: Readonly<Record<ContenderName, readonly PaperName[]>> = {
  maml: ['finn2017'],
  fomaml: ['finn2017'],
  reptile: ['nichol2018'],
  metasgd: ['li2017'],
  anil: ['raghu2020'],
  imaml: ['rajeswaran2019'],
  ravi: ['ravi2017'],
  cnp: ['garnelo2018'],
  acnp: ['kim2019'],
  bayes: [],
  joint: ['finn2017'],
  random: [],
  prototypical: ['snell2017'],
  matching: ['vinyals2016'],
  matchingfce: ['vinyals2016'],
  alphabet: [],
  pixels: [],
  mann: ['santoro2016'],
  kv: ['vinyals2016', 'vaswani2017'],
  snail: ['mishra2018'],
  lstm: ['hochreiter2001'],
  nearest: [],
  rare: ['kaiser2017'],
  feedforward: [],
  learned: ['andrychowicz2016'],
  sgd: [],
  momentum: ['polyak1964', 'sutskever2013'],
  nesterov: ['nesterov1983', 'sutskever2013', 'bengio2013'],
  rmsprop: ['tieleman2012'],
  adam: ['kingma2015'],
  cg: ['hestenes1952'],
  lbfgs: ['nocedal1980', 'liu1989', 'lewis2013'],
};

/** Where the settings of a preset are from. */
export const presetPapers: Readonly<Record<string, readonly PaperName[]>> = {
  'regression sinusoid-10shot': ['finn2017'],
  'regression sinusoid-5shot': ['finn2017'],
  'regression reptile-toy': ['nichol2018'],
  'regression cubic': ['pan2020'],
  'regression metasgd': ['li2017', 'finn2017'],
  'regression anil': ['raghu2020', 'finn2017'],
  'optimizers lstm-quadratic': ['andrychowicz2016'],
  'optimizers lstm-quadratic-repository': ['andrychowicz2016'],
  'optimizers paper': ['andrychowicz2016'],
  'optimizers repository': ['andrychowicz2016'],
  'omniglot omniglot-5way-1shot': ['finn2017', 'nichol2018'],
  'omniglot omniglot-5way-5shot': ['finn2017'],
  'omniglot omniglot-20way-1shot': [],
  'omniglot scratch': [],
  'omniglot paper': ['finn2017'],
  'omniglot no-convolutions': ['finn2017'],
  'omniglot within-alphabet': ['lake2015'],
  'omniglot lake': ['lake2015'],
  'memory memory-5': ['santoro2016'],
  'memory memory-trained': ['santoro2016'],
  'memory memory-strings': ['santoro2016'],
  'memory santoro': ['santoro2016'],
  'memory three-characters': [],
};

/** What the page as a whole rests on: where no lab is in sight. */
export const mainPapers: readonly PaperName[] = [
  ...['finn2017', 'nichol2018', 'andrychowicz2016', 'snell2017', 'lake2015'],
] as const;
