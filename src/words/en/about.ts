/** What each contender does, where it comes from: for who wants to know how it works. */

const finn = 'Finn et al. 2017, arXiv 1703.03400';

export const about = {
  maml: {
    formula: 'θ moves against the gradient, at θ, of the query loss after adaptation.',
    plain:
      'Model-agnostic meta-learning: practises adapting, and asks which start would have made that easier.',
    idea: 'Asks how the start should change so that the loss after adapting falls. The chain rule runs through the inner steps, so each adds a Hessian of the support loss.',
    source: finn,
  },
  fomaml: {
    formula: 'θ moves against the query gradient at the adapted weights.',
    plain: 'The same, ignoring how the start bends the way.',
    idea: 'MAML with every Hessian taken as zero: the gradient where adaptation ends, applied where it began.',
    source: `${finn}, section 5.2`,
  },
  reptile: {
    formula: 'θ moves towards the mean of the adapted weights.',
    plain: 'Walks towards where the training on each task ended.',
    idea: 'Trains on each task for a few minibatches and moves towards where that led. No query set, no second derivative.',
    source: 'Nichol et al. 2018, arXiv 1803.02999',
  },
  metasgd: {
    formula:
      'θ and a rate for every parameter move against the gradient of the query loss after adaptation at those rates.',
    plain: 'Practises adapting, and learns the size of each step with it.',
    idea: 'MAML that learns how far each weight should move, too: a rate for every parameter, some of them negative. It goes as far in one step as others in many, and must not be asked for more steps than it was trained for.',
    source: 'Li et al. 2017, arXiv 1707.09835',
  },
  anil: {
    formula: 'θ moves as in MAML; adaptation moves the last layers alone.',
    plain: 'Practises adapting with its last layer alone.',
    idea: 'MAML in which only the last layer adapts: the layers before must offer features that serve every task. Almost no inner loop.',
    source: 'Raghu et al. 2020, arXiv 1909.09157',
  },
  imaml: {
    formula:
      'θ moves against the gradient of the query loss at the solution of the inner problem, multiplied by the inverse of one plus the Hessian over λ.',
    plain: 'Practises adapting, and looks at where it ends, not at the way.',
    idea: 'Adaptation is held to θ by a pull λ, so it has a solution, and the solution alone says how θ moves it. Nothing of the way there is kept, however long: conjugate gradients do what MAML does step by step. It has an inner loop of its own, with the pull in it, and practises as many steps as its settings say, whatever number is shown.',
    source: 'Rajeswaran et al. 2019, arXiv 1909.04630',
  },
  ravi: {
    formula:
      'θ and the gates move against the gradient of the query loss after adaptation, in which gates say how much of each weight is kept and how far it steps.',
    plain: 'Learns where to start, and gates that decide every step.',
    idea: 'The weights are the contents of a memory cell. At each step an input gate says how far a weight goes down its gradient and a forget gate how much of it is kept; both read the gradient, the loss, the weight and their own past, by numbers that all weights share: 14 in the equations of the paper; in its code a memory of 20 units for each weight reads gradient and loss first, and there are 2,046. It has an inner loop of its own: α is nothing to it.',
    source: 'Ravi and Larochelle 2017, ICLR',
  },
  cnp: {
    formula:
      'The mean of what a network makes of each support point; a second network makes mean and spread of y from it and x.',
    plain: 'Reads the support points at once, and answers with mean and spread.',
    idea: 'A network is trained over many tasks to predict from a few points, and learns by that what tasks there are. It has no inner loop: nothing adapts, one pass reads the points. On tasks of its family it beats gradient descent, as that family is in its weights; beyond that family, and beyond the inputs that it was trained on, it answers wrongly and surely. What it read is a mean, so that its curve need not pass through the points.',
    source: 'Garnelo et al. 2018, arXiv 1807.01613',
  },
  acnp: {
    formula:
      'As the conditional neural process; each x attends to the support points by their inputs, beside the mean.',
    plain: 'As the conditional neural process, and looks up the points near by.',
    idea: 'The mean of a conditional neural process forgets single points. Here each input attends to the inputs of the support points and takes over what was encoded of them, so that the curve passes through the points. It has no inner loop either.',
    source:
      'Kim et al. 2019, arXiv 1901.05761, its deterministic path, with one head, by the squared distance of keys; no latent variable',
  },
  bayes: {
    formula:
      'What is believed of the task τ is its probability beforehand times that of every support point; the answer is the mean of τ(x) over it.',
    plain: 'Was told which tasks there are, and weighs them by the points.',
    idea: 'It never trains and has no weights. It is told what the others have to find out: the ranges that tasks of training are drawn from, evenly, and how noisy targets are. From there probability says the rest, and on tasks of that family nobody can expect a smaller squared error. That of sinusoids is integrated over amplitude and phase, that of cubics over their four coefficients, by quadrature in double precision. Without noise it takes a noise of 0.0001: then two points are enough for nearly every sinusoid, four for every cubic. On tasks beyond the ranges it is wrong, and sure.',
    source: '',
  },
  joint: {
    formula: 'θ moves against the gradient of the mean loss over all tasks.',
    plain: 'Learns all tasks at once, so the average of them.',
    idea: 'Ordinary training on the points of all tasks at once. The best it can do is the average of the tasks.',
    source: 'The baseline “pretrained” of Finn et al. 2017, section 5.1',
  },
  random: {
    formula: 'θ stays.',
    plain: 'Never practised.',
    idea: 'The weights that all contenders began with. They adapt as the others do, and that is all they do.',
    source: '',
  },
  mann: {
    formula:
      'Write weights mix the last read slots with the least used one; read weights are a softmax of cosines, and what is read is the weighted sum of slots.',
    plain: 'Files each drawing in a memory outside its weights, and looks it up by likeness.',
    idea: 'A controller writes to a mix of the slot that it read last and of the one that was used least, and reads by likeness to a key. Where to write, what to write and what to look for are learned; the memory begins empty in every stream. Here keys have a strength β, which the paper does not have, and the gate follows from the controller.',
    source: 'Santoro et al. 2016, arXiv 1605.06065',
  },
  kv: {
    formula:
      'Attention is a softmax of products of the query of this drawing with the keys of earlier ones; what is read is the weighted sum of their values.',
    plain: 'Keeps every drawing with its label, and attends to those that are like this one.',
    idea: 'An earlier drawing gives a key, and with its label a value; the drawing of now asks with a query. A matching network on a stream, with keys that are learned and several heads. Nothing is thrown away: its memory is as long as the stream.',
    source: 'Vinyals et al. 2016, arXiv 1606.04080; Vaswani et al. 2017, arXiv 1706.03762',
  },
  snail: {
    formula:
      'Gated convolutions over time are put beside what went in; then attention to this step and earlier ones is put beside that.',
    plain: 'Joins each drawing with the label after it, and attends to where they met.',
    idea: 'Convolutions over two steps carry what is near by along: here they join a drawing with its label, which comes with the next one. Attention finds what is far away: of two layers the second looks for earlier steps where a drawing like this one was joined with its label. Nothing recurs, so that all drawings of a stream are computed at once. The paper gives every support drawing its own label, asks about one query, and has three layers of attention with deeper convolutions between them; here are two rounds of convolutions and attention.',
    source: 'Mishra et al. 2018, arXiv 1707.03141',
  },
  lstm: {
    formula:
      'An LSTM gets the drawing, the label before and its state, and gives an answer and a new state.',
    plain: 'Keeps what it saw in one state, which every drawing moves.',
    idea: 'The weights do not move while it reads: what learns is its state, by rules that meta-training put into the weights. All characters share its numbers.',
    source: 'Hochreiter, Younger and Conwell 2001, doi 10.1007/3-540-44668-0_13',
  },
  nearest: {
    formula: 'The answer is the label of the earlier drawing that is nearest.',
    plain: 'Keeps all, learns nothing: answers with the label of the most alike.',
    idea: 'It shows what the drawings alone give away: of those that others learn to file and find it keeps each, and compares. It cannot know that a character is new.',
    source: '',
  },
  rare: {
    formula:
      'The answer is the value of the key with the greatest cosine. Where that was right the key becomes the normalised mean of both; else the oldest slot is overwritten.',
    plain: 'Files each drawing by a fixed rule: with what it knew rightly, or over what is oldest.',
    idea: 'A memory like MANN’s with the learning taken out: what is kept, where, and what makes room is a rule. The paper trains the embedding by a margin loss on the keys; here it is the frozen one that all others read.',
    source: 'Kaiser et al. 2017, arXiv 1703.03129',
  },
  feedforward: {
    formula: 'A network with one hidden layer gets the drawing and the label before.',
    plain: 'Keeps nothing from drawing to drawing.',
    idea: 'It shows that memory is needed: labels are dealt by lot in every stream, so that it can only guess.',
    source: '',
  },
  prototypical: {
    formula:
      'The probability of a class falls with the squared distance to the mean of its embedded support points.',
    plain: 'Learns to see so that drawings of one character lie close together.',
    idea: 'Embeds all drawings; a class is the mean of its support points, and the nearest mean wins.',
    source: 'Snell et al. 2017, arXiv 1703.05175',
  },
  alphabet: {
    formula:
      'Attention over the support points, by the cosines of their embeddings times a learned number.',
    plain: 'Learns to tell apart the characters of one alphabet, whichever.',
    idea: 'A convolutional network whose embeddings lie on a sphere, trained to find each drawing’s other one, by another hand, among those of its alphabet and among all of a batch. The recipe is this project’s own, of parts that are common knowledge.',
    source: '',
  },
  matching: {
    formula:
      'Attention over the support points, by the cosines of their embeddings, votes for their labels.',
    plain: 'Learns to see, and lets what it was shown vote by likeness.',
    idea: 'Embeds all drawings; each support point votes for its class with the cosine of its embedding to that of the query point.',
    source:
      'Vinyals et al. 2016, arXiv 1606.04080, without full context embeddings. The factor of 10 is ours: with bare cosines it learns far less',
  },
  matchingfce: {
    formula:
      'Support points go through an LSTM in both directions; the query point reads them by attention, in the steps of an LSTM; then cosines vote as in matching networks.',
    plain: 'Looks at all that it was shown before it compares any of it.',
    idea: 'What a drawing is embedded as depends on the others. Each support embedding has what an LSTM says of it that reads the whole support set forwards and backwards; the query drawing reads that set by attention, K times. Then they are compared as in matching networks. Body and LSTMs are trained together.',
    source:
      'Vinyals et al. 2016, arXiv 1606.04080, appendix A. The order in which the support set is read is not said there: here a draw from the seed fixes it. The reading begins with the query’s own embedding and an empty cell, and the factor of 10 is ours',
  },
  pixels: {
    formula: 'The class of the support drawing with the greatest cosine.',
    plain: 'Lays one drawing over the other.',
    idea: 'Compares pixels by their cosine, and learns nothing.',
    source: '',
  },
  learned: {
    formula:
      'θ moves by what the LSTM m, with parameters φ and state h, proposes for the gradient of f.',
    plain: 'Was trained to take steps, by taking them.',
    idea: 'A gradient goes in as its logarithm and its sign, so that tiny and huge ones are alike to the network. The same weights serve every coordinate: an optimiser trained in ten dimensions works in any number.',
    source: 'Andrychowicz et al. 2016, arXiv 1606.04474',
  },
  sgd: {
    formula: 'θ moves against the gradient g, by η times its length.',
    plain: 'Steps downhill, further where it is steeper.',
    idea: 'Steps down the slope, as far as it is steep. One rate serves all directions, so the steepest sets it.',
    source: '',
  },
  momentum: {
    formula: 'A velocity v gathers gradients and fades by μ = 0.9; θ moves against it at rate η.',
    plain: 'Rolls downhill, and keeps its speed.',
    idea: 'A ball that rolls: what gradients agree on gathers speed, what they disagree on cancels.',
    source: 'Polyak 1964, in the form of Sutskever et al. 2013 without their factor',
  },
  nesterov: {
    formula:
      'A velocity v gathers gradients and fades by μ = 0.9; θ moves against the gradient plus μ v.',
    plain: 'Rolls downhill, and brakes before it is too late.',
    idea: 'Momentum that takes its next step into account, and so brakes sooner.',
    source:
      'Nesterov 1983, in the form of Sutskever et al. 2013 with the gradient at θ (Bengio et al. 2013)',
  },
  rmsprop: {
    formula:
      'A mean s of squared gradients fades by ρ = 0.9; θ moves against the gradient over the root of s.',
    plain: 'Steps about as far in every direction, steep or not.',
    idea: 'Divides each gradient by its usual size: every coordinate moves about as far, steep or not.',
    source: 'Tieleman and Hinton 2012',
  },
  adam: {
    formula:
      'Means m and v of g and g², corrected for their start at 0; θ moves against m over the root of v.',
    plain: 'Rolls, and steps about as far in every direction.',
    idea: 'Momentum and RMSprop in one, with means that are right from the first step.',
    source: 'Kingma and Ba 2015, algorithm 1; β₁ = 0.9, β₂ = 0.999',
  },
  cg: {
    formula:
      'A direction d is minus the gradient g, made conjugate to those before by the Hessian H; θ moves along d to the least f.',
    plain: 'Knows that it is a quadratic, and never undoes a step.',
    idea: 'On a quadratic it is at the minimum after as many steps as θ has coordinates. Nothing is tuned. A step costs a product with the Hessian more than those of the others.',
    source: 'Hestenes and Stiefel 1952; every direction is kept, against rounding',
  },
  lbfgs: {
    formula:
      'θ moves against B g at rate α, where B is a guess of the inverse Hessian from changes s of θ and y of g.',
    plain: 'Guesses the curvature from how gradients change.',
    idea: 'Remembers the last ten changes, and tries points along a line until f has fallen enough. Nothing is tuned. Each point tried counts as a step, and f is where it stands.',
    source: 'Nocedal 1980; Liu and Nocedal 1989; line search of Lewis and Overton 2013',
  },
};
