#: if script
"""A run of Inner Loop's Omniglot lab in PyTorch. It draws characters by itself, split as there.

python omniglot.py --data FOLDER --iterations 1000 --device cuda  # FOLDER: images_background
python omniglot.py --evaluate omniglot.safetensors  # the page's weights, on the page's own tasks
"""
#: end
#: cell It needs PyTorch, and Pillow to read drawings.
#: if script
import argparse
#: end
import json
import math
from functools import partial, reduce
from pathlib import Path
#: if notebook
from types import SimpleNamespace
#: end

import torch
import torch.nn.functional as F
from PIL import Image

try:
    from torch.func import grad, vmap
except ImportError:  # the same before PyTorch 2.0, as in Debian 12
    from functorch import grad, vmap

#: cell The settings of the run on the page.
WAYS, SHOTS, QUERIES = 5, 1, 3  # of a task: characters, and support and query drawings of each
META_RATE, ITERATIONS, SEED = 0.001, 60000, 1
#: if convolutional
FILTERS, FEATURES = 32, 128  # of each convolution, and of a drawing in the end
#: end
#: if dense
FEATURES = 64  # of a drawing
#: end
#: if adapting reptile random
TASKS, TRAIN_QUERIES, INNER_RATE, INNER_STEPS, TEST_STEPS = 8, 1, 0.4, 1, 3
#: end
#: if reptile
REPTILE_SHOTS, REPTILE_STEPS, REPTILE_BATCH, REPTILE_TEST_STEPS = 10, 5, 10, 50
REPTILE_RATE, REPTILE_OUTER = 0.001, 1.0  # the outer rate falls to 0
#: end
#: if metasgd
METASGD_START = 0.4  # what every learned rate begins with
#: end
#: if anil
ANIL_LAYERS, ANIL_RATE = 1, 0.4  # layers that adapt, counted from the output
#: end
#: if embedding
METRIC_WAYS, METRIC_SHOTS, METRIC_QUERIES = 60, 1, 4  # of a task to train embeddings on
#: end
#: if joint
JOINT_BATCH, HEAD_RATE, HEAD_STEPS = 64, 1.0, 30
#: end
#: if jitter
JITTER = 0.5  # how far drawings are moved about in training
#: end

#: include options

#: include load

#: cell Characters. Which are for training follows from their names, as on the page.
def split_of(name, low=0xFFFFFFFF):
    h = reduce(lambda h, letter: (h ^ ord(letter)) * 0x01000193 & low, name, 0x811C9DC5)
    h = (h ^ h >> 16) * 0x85EBCA6B & low
    h = (h ^ h >> 13) * 0xC2B2AE35 & low
    return {0: "test", 1: "test", 2: "validation"}.get((h ^ h >> 16) & 15, "train")

def characters(split):
    """Drawings [characters, 20, 28, 28], ink 1 on paper 0."""
    found = {}
    for path in sorted(Path(args.data).glob("**/character??/*.png")):
        name = "/".join(path.parts[-3:-1])
        if split_of(name) == split:
            image = torch.tensor(list(Image.open(path).convert("L").getdata())).view(1, 1, 105, 105)
            ink = F.interpolate(1 - image / 255, (28, 28), mode="area")
            found.setdefault(name, []).append(ink[0, 0])
    return torch.stack([torch.stack(drawings) for drawings in found.values()]).to(args.device)

#: if jitter
def moved(x):
    """Drawings turned, sheared, stretched and shifted a little, as if by more people."""
    most = JITTER * torch.tensor([0.35, 0.25, 0.25, 0.25, 3 / 13.5, 3 / 13.5])
    turn, shear, a, d, dx, dy = ((2 * torch.rand(len(x), 6) - 1) * most).to(x.device).T
    rows = (turn.cos() * (1 + a), (shear - turn.sin()) * (1 + d), dx)
    rows += (turn.sin() * (1 + a), turn.cos() * (1 + d), dy)
    grid = F.affine_grid(torch.stack(rows, 1).view(-1, 2, 3), x.shape, align_corners=True)
    return F.grid_sample(x, grid, align_corners=True)

#: end
def draw_task(pool, ways, shots, queries, turns=4):
    """Support and query drawings, class by class; in training a turned character is another one."""
    x = []
    for chosen in torch.randperm(len(pool) * turns)[:ways].tolist():
        drawings = pool[chosen // turns][torch.randperm(20)[: shots + queries]]
        x.append(drawings.rot90(chosen % turns, (1, 2))[:, None])
    x = torch.stack(x)  # [ways, drawings, 1, 28, 28]
    #: if jitter
    x = moved(x.flatten(0, 1)).view_as(x) if turns > 1 else x
    #: end
    return x[:, :shots].flatten(0, 1), x[:, shots:].flatten(0, 1)

def labels(ways, each):
    return torch.arange(ways, device=args.device).repeat_interleave(each)

#: cell The network: its weights are a dictionary that functions take and return.
def first_weights(classes):
    torch.manual_seed(args.seed)
    #: if convolutional
    shapes = [(FILTERS, 1, 3, 3), *3 * [(FILTERS, FILTERS, 3, 3)], (classes, FEATURES)]
    #: end
    #: if dense
    shapes = [(256, 784), (128, 256), (64, 128), (64, 64), (classes, FEATURES)]
    #: end
    theta = {}
    for i, shape in enumerate(shapes):
        sd, each = math.sqrt(2 / math.prod(shape[1:])), (shape[0], *[1] * (len(shape) - 2))
        drawn = torch.nn.init.trunc_normal_(torch.empty(shape), 0, sd, -2 * sd, 2 * sd)
        theta.update({f"{i}.weight": drawn, f"{i}.gain": torch.ones(each)})
        theta[f"{i}.shift"] = torch.zeros(each)
    return {k: w.to(args.device) for k, w in theta.items()}

def embed(theta, x, first=None):
    """Features of drawings, normalised over the first of them, or over all."""
    #: if dense
    x = x.flatten(1)
    #: end
    for i in range(4):
        #: if convolutional
        x, over = F.conv2d(x, theta[f"{i}.weight"], stride=2, padding=1), (0, 2, 3)
        #: end
        #: if dense
        x, over = F.linear(x, theta[f"{i}.weight"]), 0
        #: end
        mean = x[:first].mean(over, keepdim=True)
        variance = x[:first].var(over, unbiased=False, keepdim=True)
        x = (x - mean) / (variance + 1e-3).sqrt()
        x = F.relu(theta[f"{i}.gain"] * x + theta[f"{i}.shift"])
    #: if mean-pool
    x = x.mean((2, 3))
    #: end
    return x.flatten(1)

def logits(theta, x):
    return F.linear(embed(theta, x), theta["4.weight"], theta["4.shift"])

def loss(theta, x, y):
    return F.cross_entropy(logits(theta, x), y)

#: cell The methods: the direction that weights move against, and what they say of new drawings.
def draw_tasks(count, pool, shots, queries, turns=4):
    tasks = [draw_task(pool, WAYS, shots, queries, turns) for _ in range(count)]
    return [torch.stack(part) for part in zip(*tasks)]

#: if adapting reptile
def mean(gradients):
    return {k: g.mean(0) for k, g in gradients.items()}

#: end
#: if adapting random
def adapt(theta, alpha, x, steps):
    """The inner loop: gradient descent on the support drawings of one task, at rates alpha."""
    for _ in range(steps):
        gradient = grad(loss)(theta, x, labels(WAYS, SHOTS))
        theta = {k: w - alpha[k] * gradient[k] for k, w in theta.items()}
    return theta

#: end
#: if maml anil metasgd
def query_loss(theta, alpha, s, q):
    return loss(adapt(theta, alpha, s, INNER_STEPS), q, labels(WAYS, TRAIN_QUERIES))

#: end
#: if maml anil
def maml(theta, alpha):
    """Finn, Abbeel and Levine 2017: the gradient of the query loss through the inner loop."""
    tasks = draw_tasks(TASKS, train, SHOTS, TRAIN_QUERIES)
    return mean(vmap(grad(query_loss), (None, None, 0, 0))(theta, alpha, *tasks))

#: end
#: if fomaml
def fomaml(theta, alpha):
    """First-order MAML: the query gradient where the inner loop has led."""
    def after(s, q):
        return grad(loss)(adapt(theta, alpha, s, INNER_STEPS), q, labels(WAYS, TRAIN_QUERIES))
    return mean(vmap(after)(*draw_tasks(TASKS, train, SHOTS, TRAIN_QUERIES)))

#: end
#: if metasgd
def metasgd(theta, alpha):
    """Li, Zhou, Chen and Li 2017: MAML that learns a rate for every weight, too."""
    tasks = draw_tasks(TASKS, train, SHOTS, TRAIN_QUERIES)
    of = vmap(grad(query_loss, (0, 1)), (None, None, 0, 0))(theta, alpha, *tasks)
    return mean({**of[0], **{"rate." + k: g for k, g in of[1].items()}})

#: end
#: if reptile
def lead(theta, x, y):
    """Steps of Adam without momentum on one minibatch after another; it remembers other tasks."""
    squares = carried["squares"]
    for step in range(len(x)):
        gradient, n = grad(loss)(theta, x[step], y[step]), carried["updates"] + step + 1
        squares = {k: 0.999 * v + 0.001 * gradient[k] ** 2 for k, v in squares.items()}
        root = {k: (v / (1 - 0.999**n)).sqrt() + 1e-8 for k, v in squares.items()}
        theta = {k: w - REPTILE_RATE * gradient[k] / root[k] for k, w in theta.items()}
    return theta, squares

def reptile(theta, alpha):
    """Nichol, Achiam and Schulman 2018: theta less where steps on minibatches of a task lead."""
    (x, _), n = draw_tasks(TASKS, train, REPTILE_SHOTS, 0), WAYS * REPTILE_SHOTS
    size = min(REPTILE_BATCH, n)  # drawings are shuffled and dealt out
    decks = torch.rand(TASKS, REPTILE_STEPS, n).argsort(2)[..., : n // size * size]
    picks = decks.reshape(TASKS, -1, size)[:, :REPTILE_STEPS]
    x = torch.stack([task[pick] for task, pick in zip(x, picks)])
    phi, squares = vmap(lead, (None, 0, 0))(theta, x, labels(WAYS, REPTILE_SHOTS)[picks])
    carried.update(squares=mean(squares), updates=carried["updates"] + REPTILE_STEPS)
    return mean({k: w - phi[k] for k, w in theta.items()})

#: end
#: if prototypical
def prototypes(s, q, ways):
    """Snell, Swersky and Zemel 2017: minus squared distances to the mean of each class."""
    means = s.view(ways, -1, s.shape[1]).mean(1)
    return -((q[:, None] - means) ** 2).sum(2)

#: end
#: if matching
def attention(s, q, ways):
    """Vinyals et al. 2016: log of the attention to the drawings of each class; cosines times 10."""
    cosines = F.normalize(q, dim=1) @ F.normalize(s, dim=1).T
    return (10 * cosines).log_softmax(1).view(len(q), ways, -1).logsumexp(2)

#: end
#: if pixels
def nearest(s, q, ways):
    """The nearest neighbour by the cosine of pixels."""
    return (F.normalize(q, dim=1) @ F.normalize(s, dim=1).T).view(len(q), ways, -1).amax(2)

#: end
#: if embedding
def metric(compare, theta, alpha):
    """The gradient of the loss of one task, whose query drawings are compared with the others."""
    s, q = draw_task(train, METRIC_WAYS, METRIC_SHOTS, METRIC_QUERIES)
    def episode(theta):
        z = embed(theta, torch.cat((s, q)))
        scores = compare(z[: len(s)], z[len(s) :], METRIC_WAYS)
        return F.cross_entropy(scores, labels(METRIC_WAYS, METRIC_QUERIES))
    return grad(episode)(theta)

#: end
#: if joint
def joint(theta, alpha):
    """One classifier of all training characters."""
    picks = [[int(n * torch.rand(())) for n in (len(train), 20, 4)] for _ in range(JOINT_BATCH)]
    x = torch.stack([train[c, drawing].rot90(turns)[None] for c, drawing, turns in picks])
    #: if jitter
    x = moved(x)
    #: end
    return grad(loss)(theta, x, torch.tensor(picks, device=x.device)[:, 0])

def tuned_head(s, q, ways):
    """A new last layer for a task, by gradient descent on features of unit mean square."""
    scale, head = math.sqrt(len(s)) / s.norm(), [s.new_zeros(ways, s.shape[1]), s.new_zeros(ways)]
    def fit(head):
        return F.cross_entropy(F.linear(scale * s, *head), labels(ways, SHOTS))
    for _ in range(HEAD_STEPS):
        head = [w - HEAD_RATE * g for w, g in zip(head, grad(fit)(head))]
    return F.linear(scale * q, *head)

#: end
METHODS = {"maml": maml}
#: if comparing
COMPARE = {"pixels": nearest}
#: end

def predict(name, s, q):
    """Scores of the query drawings of one task, [drawings, ways]."""
    #: if comparing
    if name in COMPARE:
        #: if kept
        x, n = torch.cat((kept, s, q)), len(kept)  # normalised by kept training drawings
        #: end
        #: if not-kept
        x, n = torch.cat((s, q)), None
        #: end
        z = x.flatten(1) if name == "pixels" else embed(theta[name], x, n)
        return COMPARE[name](z[-len(q) - len(s) : -len(q)], z[-len(q) :], WAYS)
    #: end
    #: if adapting-somehow
    #: if reptile
    x, y = s.expand(REPTILE_TEST_STEPS, *s.shape), labels(WAYS, SHOTS)
    #: end
    #: if reptile-beside
    if name == "reptile":
        phi = lead(theta[name], x, y.expand(REPTILE_TEST_STEPS, -1))[0]
    else:
        phi = adapt(theta[name], alpha[name], s, INNER_STEPS if name == "metasgd" else TEST_STEPS)
    #: end
    #: if reptile-alone
    phi = lead(theta[name], x, y.expand(REPTILE_TEST_STEPS, -1))[0]
    #: end
    #: if no-reptile
    phi = adapt(theta[name], alpha[name], s, INNER_STEPS if name == "metasgd" else TEST_STEPS)
    #: end
    #: if one-by-one
    return torch.stack([logits(phi, torch.cat((s, one[None])))[-1] for one in q])
    #: end
    #: if all-at-once
    return logits(phi, q)
    #: end
    #: end

#: cell What it is trained on, or else the page's weights and tasks.
saved, train = {}, ()
if args.evaluate:
    saved, notes = load(args.evaluate)
    pool, kept = saved["characters"].flatten(0, 1)[:, None] / 255, saved["statistics"][:, None]
    tasks, kept = [pool[saved[part].long()] for part in ("support", "query")], kept / 255
    print("On the page:", notes)
else:
    torch.manual_seed(args.seed)
    train, tasks = characters("train"), draw_tasks(1000, characters("test"), SHOTS, QUERIES, 1)
    kept = train.flatten(0, 1)[torch.randperm(20 * len(train))[:200], None]

theta = {m: first_weights(len(train) if m == "joint" and len(train) else WAYS) for m in METHODS}
#: if adapting random
alpha = {m: dict.fromkeys(theta[m], INNER_RATE) for m in METHODS}
#: end
#: if no-rates
alpha = {}
#: end
#: if anil
HEAD = ("4.", "3.", "2.", "1.")[:ANIL_LAYERS]
alpha["anil"] = {k: ANIL_RATE * k.startswith(HEAD) for k in theta["anil"]}
#: end
#: if metasgd
alpha["metasgd"] = {k: torch.full_like(w, METASGD_START) for k, w in theta["metasgd"].items()}
#: end
learned = {name: dict(weights) for name, weights in theta.items()}
#: if metasgd
learned["metasgd"].update({"rate." + k: rate for k, rate in alpha["metasgd"].items()})
#: end
#: if reptile
squares = {k: saved.get(f"square.{k}", torch.zeros_like(w)) for k, w in theta["reptile"].items()}
carried = {"squares": squares, "updates": int(saved.get("updates", 0))}
#: end
for name, weights in learned.items():
    for k, w in weights.items():
        w.copy_(saved.get(f"{name}.{k}", w))

#: cell The outer loop.
outer = {m: torch.optim.Adam(w.values(), META_RATE) for m, w in learned.items()}
#: if reptile
outer["reptile"] = torch.optim.SGD(learned["reptile"].values(), REPTILE_OUTER)
#: end
for t in range(0 if args.evaluate else args.iterations):
    for name in [name for name in METHODS if METHODS[name]]:
        torch.manual_seed(10**6 * args.seed + t)  # tasks of one kind are the same for all
        against = METHODS[name](theta[name], alpha.get(name))
        for k, w in learned[name].items():
            w.grad = against[k]
        outer[name].step()
        #: if decay-linear
        outer[name].param_groups[0]["lr"] *= 1 - 1 / max(1, ITERATIONS - t)  # falls to 0
        #: end
        #: if reptile-decays
        if name == "reptile":  # in a straight line to 0
            outer[name].param_groups[0]["lr"] *= 1 - 1 / max(1, ITERATIONS - t)
        #: end
    if t % 100 == 99:
        print(f"{t + 1} of {args.iterations} meta-iterations", flush=True)

#: cell Judged on characters that nobody has trained on.
print(f"Accuracy in % on {len(tasks[0])} tasks of {WAYS} ways: mean ± 95% interval, median")
for name in METHODS:
    parts = [vmap(partial(predict, name))(*part) for part in zip(*(x.split(20) for x in tasks))]
    shares = 100 * (torch.cat(parts).argmax(2) == labels(WAYS, QUERIES)).double().mean(1)
    half = (1.959964 + 2.3723 / (len(shares) - 1)) * shares.std() / len(shares) ** 0.5
    print(f"{name:12} {shares.mean():.2f} ± {half:.2f}, median {shares.quantile(0.5):.1f}")
