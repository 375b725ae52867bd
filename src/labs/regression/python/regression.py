#: if script
"""A run of Inner Loop's regression lab in PyTorch, with the page's own tasks and first weights.

python regression.py --iterations 1000 --device cuda
python regression.py --evaluate regression.safetensors  # the page's weights, in place of training
"""
#: end
#: cell It needs PyTorch, and nothing else.
#: if script
import argparse
#: end
import itertools
import json
import math
from functools import reduce
#: if notebook
from types import SimpleNamespace
#: end

import torch
from torch import nn

try:
    from torch.func import functional_call, grad, vmap
except ImportError:  # the same before PyTorch 2.0, as in Debian 12
    from functorch import grad, vmap
    from torch.nn.utils.stateless import functional_call

#: cell The settings of the run on the page.
SHOTS, QUERIES = 10, 10  # support and query points of a task
#: if sinusoid
AMPLITUDE, PHASE = (0.1, 5.0), (0.0, 3.14159)  # y = A sin(x - phase), uniform in these ranges
TEST_AMPLITUDE, TEST_PHASE = (0.1, 5.0), (0.0, 3.14159)  # those of held-out tasks
#: end
#: if cubic
COEFFICIENTS = [(-0.5, 0.5), (-0.5, 0.5), (-1.0, 1.0), (-1.0, 1.0)]  # of x³, x², x and 1
TEST_SCALE = 1.0  # held-out tasks have coefficients so many times as large
#: end
INPUTS, TEST_INPUTS = (-5.0, 5.0), (-5.0, 5.0)
#: if noise
NOISE = 0.1  # standard deviation of what is added to targets
#: end
HIDDEN, ACTIVATION = [40, 40], nn.ReLU
INNER_RATE, INNER_STEPS, TEST_STEPS = 0.01, 1, 10
OUTER_RATE, META_BATCH, ITERATIONS, SEED = 0.001, 25, 70000, 1
#: if reptile
REPTILE_STEPS, REPTILE_BATCH, REPTILE_RATE = 5, 10, 1.0  # the rate falls to 0 in a straight line
#: end
#: if metasgd
METASGD_START = 0.01  # what every learned rate begins with
#: end
#: if anil
ANIL_LAYERS, ANIL_RATE = 1, 0.03  # layers that adapt, counted from the output
#: end

#: include options

#: cell The page's random numbers. With them the same tasks are drawn here.
#: include stream

#: cell A task is a function: a few of its points to adapt to, and others to be judged by.
def draw_task(random, held_out):
    #: if sinusoid
    ranges = (TEST_AMPLITUDE, TEST_PHASE) if held_out else (AMPLITUDE, PHASE)
    a, phase = (random.uniform(*r) for r in ranges)
    #: end
    #: if cubic
    scale = TEST_SCALE if held_out else 1
    a, b, c, d = (random.uniform(scale * low, scale * high) for low, high in COEFFICIENTS)
    #: end
    low, high = TEST_INPUTS if held_out else INPUTS
    #: if random-inputs
    xs = [random.uniform(low, high) for _ in range(SHOTS + QUERIES)]
    #: end
    #: if grid
    n = SHOTS + QUERIES
    chosen = random.choose(n, SHOTS)
    xs = [low + (high - low) * i / (n - 1) for i in sorted(range(n), key=lambda i: i not in chosen)]
    #: end
    #: if sinusoid
    ys = [a * math.sin(x - phase) for x in xs]
    #: end
    #: if cubic
    ys = [((a * x + b) * x + c) * x + d for x in xs]
    #: end
    #: if noise
    ys = [y + random.normal(NOISE) for y in ys]
    #: end
    return list(zip(xs, ys))

def draw_tasks(random, tasks, held_out=False):
    """Support inputs and targets, query inputs and targets: [tasks, points, 1] each."""
    points = torch.tensor([draw_task(random, held_out) for _ in range(tasks)], device=args.device)
    return (*points[:, :SHOTS].split(1, -1), *points[:, SHOTS:].split(1, -1))

#: cell The network. Its weights are a dictionary, which functions take and return.
WIDTHS = [1, *HIDDEN, 1]
LAYERS = [layer for w in zip(WIDTHS, WIDTHS[1:]) for layer in (nn.Linear(*w), ACTIVATION())]
net = nn.Sequential(*LAYERS[:-1]).to(args.device)
NAMES = list(net.state_dict())

def first_weights():
    random, weights = Stream(args.seed, "init"), {}
    for i, (fan_in, units) in enumerate(zip(WIDTHS, WIDTHS[1:])):
        #: if fan-in-uniform
        bound = 1 / math.sqrt(fan_in)
        drawn = [random.uniform(-bound, bound) for _ in range((fan_in + 1) * units)]
        #: end
        #: if truncated-normal he-normal
        normals = (z for z in iter(random.normal, None) if abs(z) <= 2)
        #: end
        #: if truncated-normal
        drawn = [0.01 * next(normals) for _ in range(fan_in * units)] + [0.0] * units
        #: end
        #: if he-normal
        sd = math.sqrt(2 / fan_in)
        drawn = [sd * next(normals) for _ in range(fan_in * units)] + [0.0] * units
        #: end
        matrix = torch.tensor(drawn, device=args.device).view(fan_in + 1, units)
        weights[f"{2 * i}.weight"] = matrix[:-1].t().contiguous()
        weights[f"{2 * i}.bias"] = matrix[-1].clone()
    return weights

def loss(theta, x, y):
    return ((functional_call(net, theta, (x,)) - y) ** 2).mean()

#: cell The inner loop, and for each method the direction that its weights move against.
def adapt(theta, alpha, x, y, steps):
    """The inner loop: gradient descent on the support points of one task, at rates alpha."""
    for _ in range(steps):
        gradient = grad(loss)(theta, x, y)
        theta = {k: w - alpha[k] * gradient[k] for k, w in theta.items()}
    return theta

def mean(gradients):
    return {k: g.mean(0) for k, g in gradients.items()}

EACH = (None, None, 0, 0, 0, 0)  # all tasks begin with the same weights and rates
#: if maml anil metasgd

def query_loss(theta, alpha, sx, sy, qx, qy):
    return loss(adapt(theta, alpha, sx, sy, INNER_STEPS), qx, qy)
#: end
#: if maml anil

def maml(theta, alpha, tasks, t):
    """Finn, Abbeel and Levine 2017: the gradient of the query loss through the inner loop."""
    return mean(vmap(grad(query_loss), EACH)(theta, alpha, *tasks))
#: end
#: if fomaml

def fomaml(theta, alpha, tasks, t):
    """First-order MAML: the query gradient where the inner loop has led."""
    def after(theta, alpha, sx, sy, qx, qy):
        return grad(loss)(adapt(theta, alpha, sx, sy, INNER_STEPS), qx, qy)
    return mean(vmap(after, EACH)(theta, alpha, *tasks))
#: end
#: if metasgd

def metasgd(theta, alpha, tasks, t):
    """Li, Zhou, Chen and Li 2017: MAML that learns a rate for every weight, too."""
    of_theta, of_alpha = vmap(grad(query_loss, (0, 1)), EACH)(theta, alpha, *tasks)
    return mean({**of_theta, **{"rate." + k: g for k, g in of_alpha.items()}})
#: end
#: if reptile

def reptile(theta, alpha, tasks, t):
    """Nichol, Achiam and Schulman 2018: theta less where steps on minibatches of a task lead."""
    x, y = torch.cat(tasks[::2], 1), torch.cat(tasks[1::2], 1)
    n, random, picks = x.shape[1], Stream(args.seed, "minibatches", t), []
    size = min(REPTILE_BATCH, n)
    for _ in x:  # the points of each task are shuffled and dealt out
        decks = [random.choose(n, n) for _ in range(math.ceil(REPTILE_STEPS / (n // size)))]
        picks.append([d[i : i + size] for d in decks for i in range(0, n - size + 1, size)])
    phi = {name: w.expand(len(x), *w.shape) for name, w in theta.items()}
    #: if reptile-adam
    squares = dict.fromkeys(NAMES, 0.0)  # of Adam without momentum
    #: end
    for k in range(REPTILE_STEPS):
        pick = torch.tensor([p[k] for p in picks], device=x.device)[..., None]
        gradient = vmap(grad(loss))(phi, x.gather(1, pick), y.gather(1, pick))
        #: if reptile-adam
        for name, g in gradient.items():
            squares[name] = 0.999 * squares[name] + 0.001 * g**2
            gradient[name] = g / ((squares[name] / (1 - 0.999 ** (k + 1))).sqrt() + 1e-8)
        #: end
        phi = {name: w - INNER_RATE * gradient[name] for name, w in phi.items()}
    rate = REPTILE_RATE * max(0, 1 - t / ITERATIONS)
    return mean({name: rate * (w - phi[name]) for name, w in theta.items()})
#: end
#: if joint

def joint(theta, alpha, tasks, t):
    """One network for the points of all tasks at once, as if they were one task."""
    return grad(loss)(theta, torch.cat(tasks[::2], 1), torch.cat(tasks[1::2], 1))
#: end

METHODS = {"maml": maml}
#: cell Weights and rates of each method.
theta = {name: first_weights() for name in METHODS}
alpha = {name: dict.fromkeys(NAMES, INNER_RATE) for name in METHODS}
#: if anil
alpha["anil"] = {k: ANIL_RATE * (k in NAMES[-2 * ANIL_LAYERS :]) for k in NAMES}
#: end
#: if metasgd
alpha["metasgd"] = {k: torch.full_like(w, METASGD_START) for k, w in theta["metasgd"].items()}
#: end
learned = {name: dict(weights) for name, weights in theta.items()}
#: if metasgd
learned["metasgd"].update({"rate." + k: rate for k, rate in alpha["metasgd"].items()})
#: end

#: include load

#: cell The outer loop.
if args.evaluate:
    saved, notes = load(args.evaluate)
    for name, weights in learned.items():
        for k, w in weights.items():
            w.copy_(saved[f"{name}.{k}"])
    print("On the page:", notes)
    args.iterations = 0
#: if outer-adam
outer = {m: torch.optim.Adam(w.values(), OUTER_RATE) for m, w in learned.items()}
#: end
#: if outer-sgd
outer = {m: torch.optim.SGD(w.values(), OUTER_RATE) for m, w in learned.items()}
#: end
#: if reptile
outer["reptile"] = torch.optim.SGD(learned["reptile"].values(), 1.0)
#: end
for t in range(args.iterations):
    tasks = draw_tasks(Stream(args.seed, "train tasks", t), META_BATCH)
    for name in [name for name in METHODS if METHODS[name]]:
        against = METHODS[name](theta[name], alpha[name], tasks, t)
        for k, w in learned[name].items():
            w.grad = against[k]
        outer[name].step()
    if (t + 1) % max(1, args.iterations // 10) == 0:
        print(f"{t + 1} of {args.iterations} meta-iterations", flush=True)

#: cell Judged as on the page, on tasks that nobody has trained on.
#: include summary

def curve(theta, alpha, sx, sy, qx, qy):
    """Query losses of one task after 0, 1, … steps."""
    losses = [loss(theta, qx, qy)]
    for _ in range(TEST_STEPS):
        theta = adapt(theta, alpha, sx, sy, 1)
        losses.append(loss(theta, qx, qy))
    return torch.stack(losses)

parts = [draw_tasks(Stream(args.seed, "test tasks", i), 25, True) for i in range(0, 600, 25)]
tasks = [torch.cat(part) for part in zip(*parts)]
print("Loss on 600 held-out tasks after k steps: mean ± 95% interval, median")
for name in METHODS:
    losses = vmap(curve, EACH)(theta[name], alpha[name], *tasks)
    for k in sorted({0, 1, min(INNER_STEPS, TEST_STEPS), TEST_STEPS}):
        print(f"{name:8} k = {k:<2} {summary(losses[:, k], losses[:, 0])}")
