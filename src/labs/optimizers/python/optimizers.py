#: if script
"""A run of Inner Loop's optimizer lab in PyTorch, with the page's own problems and first weights.

python optimizers.py --iterations 1000 --device cuda
python optimizers.py --evaluate optimizers.safetensors  # the page's weights, in place of training
"""
#: end
#: cell It needs PyTorch, and nothing else.
#: if script
import argparse
#: end
import itertools
import json
import math
from functools import partial, reduce
#: if notebook
from types import SimpleNamespace
#: end

import torch

try:
    from torch.func import grad, vmap
except ImportError:  # the same before PyTorch 2.0, as in Debian 12
    from functorch import grad, vmap

#: cell The settings of the run on the page.
#: if quadratic
DIMENSION = 10
#: end
#: if learned
KIND, PROBLEMS, SCALING = "gaussian", 128, 0.0  # quadratics to train on
FEATURES, HIDDEN, OUTPUT_SCALE = 2, [20, 20], 0.1  # the LSTM
UNROLL, HORIZON, RATE, DECAY, CLIP = 20, 100, 0.001, 1, 1000
#: end
ITERATIONS, SEED = 50000, 1
RACE, RACE_STEPS, RACE_PROBLEMS = "gaussian", 200, 256

#: include options

#: cell The page's random numbers. With them the same problems are drawn here.
#: include stream

#: cell Problems: functions f of theta, each with a point where optimisation begins.
#: if quadratic
def quadratics(kind, name, count, index=0, scaling=0.0):
    """f = |W theta - y|²: W, y and where theta begins; coordinates may be stretched."""
    random, d, drawn = Stream(args.seed, name, index), DIMENSION, []
    draw, sd = (random.normal, 1.0) if kind == "gaussian" else (random.uniform, 0.01)
    for _ in range(count):
        drawn.append([draw() for _ in range(d * d + d)] + [random.normal(sd) for _ in range(d)])
        drawn[-1] += [random.uniform(-scaling, scaling) if scaling else 0.0 for _ in range(d)]
    w, y, theta, s = torch.tensor(drawn, device=args.device).split((d * d, d, d, d), 1)
    return w.view(count, d, d) * s.exp()[:, None], y, theta / s.exp()

def quadratic(theta, w, y):
    return ((w @ theta - y) ** 2).sum()

#: end
#: if blobs
def race_problems(name, count):
    """Two round blobs of points, to be told apart by logistic regression."""
    random, b, x = Stream(args.seed, name), 1 / math.sqrt(2), []
    theta = torch.tensor([[random.uniform(-b, b) for _ in range(6)] for _ in range(count)])
    for _ in range(count):
        angle = random.uniform(0, 2 * math.pi)
        for side in [-1.5, 1.5] * 32:
            x += [side * f(angle) + random.normal() for f in (math.cos, math.sin)]
    x, y = torch.tensor(x).view(count, 64, 2), torch.arange(64).repeat(count, 1) % 2
    return [part.to(args.device) for part in (x, y, theta)]

def race_loss(theta, x, y):
    return torch.nn.functional.cross_entropy(x @ theta[:4].view(2, 2) + theta[4:], y)

#: end
#: if spirals
def race_problems(name, count):
    """Two spirals, to be told apart by a network of 16 hidden units."""
    random, bounds, x = Stream(args.seed, name), [1 / math.sqrt(2)] * 48 + [0.25] * 34, []
    theta = torch.tensor([[random.uniform(-b, b) for b in bounds] for _ in range(count)])
    for _ in range(count):
        turned = random.uniform(0, 2 * math.pi)
        for i in range(64):
            angle = turned + i % 2 * math.pi + 2.5 * math.pi * (i // 2 / 32)
            r = 0.2 + 1.8 * (i // 2 / 32)
            x += [r * f(angle) + random.normal(0.05) for f in (math.cos, math.sin)]
    x, y = torch.tensor(x).view(count, 64, 2), torch.arange(64).repeat(count, 1) % 2
    return [part.to(args.device) for part in (x, y, theta)]

def race_loss(theta, x, y):
    w, b, v, c = theta.split((32, 16, 32, 2))
    logits = (x @ w.view(2, 16) + b).tanh() @ v.view(16, 2) + c
    return torch.nn.functional.cross_entropy(logits, y)

#: end
#: if race-quadratic
race_problems, race_loss = partial(quadratics, RACE), quadratic

#: end
#: if learned
#: cell The learned optimiser: one LSTM that serves every coordinate alike.
def first_weights():
    random, phi, below = Stream(args.seed, "init"), {}, FEATURES
    def matrix(rows, columns, bound):
        drawn = [random.uniform(-bound, bound) for _ in range(rows * columns)]
        return torch.tensor(drawn, device=args.device).view(rows, columns)
    for i, width in enumerate(HIDDEN):
        phi[f"{i}.input"] = matrix(below, 4 * width, (below + width) ** -0.5)
        phi[f"{i}.hidden"] = matrix(width, 4 * width, (below + width) ** -0.5)
        bias = torch.tensor([0.0, 1.0, 0.0, 0.0], device=args.device)  # it begins by remembering
        phi[f"{i}.bias"] = bias.repeat_interleave(width)
        below = width
    phi["out.weight"] = matrix(below, 1, below**-0.5)
    phi["out.bias"] = torch.zeros(1, device=args.device)
    return phi

def propose(phi, gradient, state):
    """The update of every coordinate, from its gradient and what the LSTM remembers of it."""
    x, after = gradient.reshape(-1, 1), []
    #: if log-sign
    small, size = x.abs() < math.exp(-10), x.abs().clamp(min=math.exp(-10))
    sign = torch.where(small, math.exp(10) * x, x.sign())
    x = torch.cat((torch.where(small, -1.0, size.log() / 10), sign), 1)
    #: end
    for i, width in enumerate(HIDDEN):
        h, c = state[i] if state else 2 * [x.new_zeros(len(x), width)]
        z = x @ phi[f"{i}.input"] + h @ phi[f"{i}.hidden"] + phi[f"{i}.bias"]
        into, keep, new, out = z.chunk(4, 1)
        c = keep.sigmoid() * c + into.sigmoid() * new.tanh()
        x = out.sigmoid() * c.tanh()
        after.append((x, c))
    return OUTPUT_SCALE * (x @ phi["out.weight"] + phi["out.bias"]).view_as(gradient), after

def unroll(phi, f, problems, state, steps):
    """f of every problem after 0, 1, … updates, and where that ends."""
    x, y, theta = problems
    losses = [vmap(f)(theta, x, y)]
    for _ in range(steps):
        gradient = vmap(grad(f))(theta, x, y)
        #: if constant
        gradient = gradient.detach()  # the paper does not differentiate through it
        #: end
        update, state = propose(phi, gradient, state)
        theta = theta + update
        losses.append(vmap(f)(theta, x, y))
    return torch.stack(losses), ((x, y, theta), state)

#: cell Its training (Andrychowicz et al. 2016): gradient descent through an unroll of its own updates.
def objective(phi, problems, state, steps):
    f, end = unroll(phi, quadratic, problems, state, steps)
    #: if sum
    return f[1:].mean(1).sum(), end
    #: end
    #: if log
    return f[1:].log().mean(), end
    #: end
    #: if soft-log
    return (f[1:] + f[1:].detach().mean(1, keepdim=True) / 2).log().mean(), end
    #: end

def score(phi):
    """By which the best so far is chosen, on problems kept for this."""
    kept = quadratics(KIND, "validation problems", 128)
    last = unroll(phi, quadratic, kept, None, HORIZON)[0][-1]
    return last.mean().log() + last.clamp(min=1e-30).log().mean()

def train(phi):
    outer, horizon = torch.optim.Adam(phi.values(), RATE), HORIZON
    best, least, epoch, step = phi, math.inf, -1, math.inf
    for t in range(args.iterations):
        if t % 50 == 0 and (now := score(phi)) < least:
            best, least = {k: v.clone() for k, v in phi.items()}, now
        #: if growing
        unrolls = math.ceil(min(1, 5 * t / ITERATIONS) * HORIZON / UNROLL)
        horizon = min(HORIZON, UNROLL * max(1, unrolls))
        #: end
        if step >= horizon:
            epoch, step, state = epoch + 1, 0, None
            problems = quadratics(KIND, "train problems", PROBLEMS, epoch, SCALING)
        steps = min(UNROLL, horizon - step)
        slope, (problems, state) = grad(objective, has_aux=True)(phi, problems, state, steps)
        for k, v in phi.items():
            v.grad = slope[k]
        length = torch.nn.utils.clip_grad_norm_(phi.values(), CLIP)
        outer.param_groups[0]["lr"] = RATE * DECAY ** (t / ITERATIONS)
        step = step + steps if length.isfinite() else math.inf  # else these are given up
        outer.step() if length.isfinite() else None
        if (t + 1) % max(1, args.iterations // 10) == 0:
            print(f"{t + 1} of {args.iterations} meta-iterations", flush=True)
    return phi if args.iterations >= ITERATIONS and score(phi) < least else best

#: end
#: if by-hand
#: cell Optimisers that people wrote, at rates that the page chose on a grid, on problems of their own.
# Rates were chosen by the page on a grid, on problems of their own.
RULES = {"sgd": torch.optim.SGD}

def descend(rule, problems, steps):
    x, y, theta = problems
    theta, losses = theta.double(), [vmap(race_loss)(theta, x, y)]
    optimizer = rule([theta])
    for _ in range(steps):
        theta.grad = vmap(grad(race_loss))(theta.float(), x, y).double()
        optimizer.step()
        losses.append(vmap(race_loss)(theta.float(), x, y))
    return torch.stack(losses)

#: end
#: if cg
def conjugate(problems, steps):
    """Conjugate gradients (Hestenes and Stiefel 1952), each direction conjugate to all before."""
    w, y, theta = (part.double() for part in problems)
    losses, before, hessian = [], [], 2 * w.mT @ w
    for _ in range(steps + 1):
        losses.append(vmap(quadratic)(theta, w, y))
        g, before = vmap(grad(quadratic))(theta, w, y), before[: len(before) % DIMENSION]
        way = -g
        for d, bent in before:
            way = way - ((way * bent).sum(1) / (d * bent).sum(1)).nan_to_num(0)[:, None] * d
        bent = (hessian @ way[..., None])[..., 0]
        theta = theta - ((g * way).sum(1) / (way * bent).sum(1)).nan_to_num(0)[:, None] * way
        before = [*before, (way, bent)]
    return torch.stack(losses)

#: end
#: if lbfgs
def lbfgs(f, theta, steps):
    """L-BFGS as PyTorch has it, with another line search than the page's; a look at f is a step."""
    theta, losses = theta.clone(), []
    def look():
        value, theta.grad = f(theta), grad(f)(theta)
        losses.append(min(losses[-1], value) if losses else value)
        return value
    own = dict(line_search_fn="strong_wolfe", tolerance_grad=0, tolerance_change=0)
    torch.optim.LBFGS([theta], 1, steps, steps, history_size=10, **own).step(look)
    return torch.stack((losses + steps * losses[-1:])[: steps + 1])

#: end
#: include load

#: cell The race: all on the same problems, which nobody has trained on.
#: include summary

problems, curves = race_problems("test problems", RACE_PROBLEMS), {}
#: if learned
phi = first_weights()
if args.evaluate:
    saved, notes = load(args.evaluate)
    phi = {k: saved["learned." + k] for k in phi}
    print("On the page:", notes)
else:
    phi = train(phi)
curves["learned"] = unroll(phi, race_loss, problems, None, RACE_STEPS)[0]
#: end
#: if by-hand
for name, rule in RULES.items():
    curves[name] = descend(rule, problems, RACE_STEPS)
#: end
#: if cg
curves["cg"] = conjugate(problems, RACE_STEPS)
#: end
#: if lbfgs
each = [lbfgs(lambda th: race_loss(th, x, y), start, RACE_STEPS) for x, y, start in zip(*problems)]
curves["lbfgs"] = torch.stack(each, 1)
#: end
print(f"f of {RACE_PROBLEMS} problems after so many steps: mean ± 95% interval, median")
for name, f in curves.items():
    for steps in sorted({0, min(10, RACE_STEPS), min(100, RACE_STEPS), RACE_STEPS}):
        print(f"{name:8} {steps:4} {summary(f[steps], f[0])}")
