"""Few-shot recognition of images in PyTorch: over one task at a time, or over all in grouped convolutions."""

import torch
import torch.nn.functional as F

from pytorchParameters import descend, flat

# As in images.ts.
SIDE = 28
BLOCKS = 4
EPSILON = 1e-3


def own_layout(w):
    """Filters [9 x channels, filters] as PyTorch has them: [filters, channels, 3, 3]."""
    return w.reshape(3, 3, -1, w.shape[1]).permute(3, 2, 0, 1).contiguous()


def our_layout(w):
    return w.permute(2, 3, 1, 0)


def embedded(p, x):
    """Embeddings [tasks, points, width] of images [points, tasks, height, width]; p has a first axis of tasks."""
    points, tasks = x.shape[:2]
    for b in range(BLOCKS):
        filters, gains, shifts = p[3 * b : 3 * b + 3]
        x = F.conv2d(x, filters.flatten(0, 1), stride=2, padding=1, groups=tasks)
        x = F.batch_norm(
            x, None, None, gains.flatten(), shifts.flatten(), training=True, eps=EPSILON
        )
        x = torch.relu(x)
    # Flat features go position by position, as ours do.
    return x.reshape(points, tasks, -1, x.shape[2] * x.shape[3]).permute(1, 0, 3, 2).flatten(2)


def losses(p, x, y):
    """The sum over tasks of the mean over points; classes y are [tasks, points]."""
    scores = torch.baddbmm(p[-1], embedded(p, x), p[-2])
    return F.cross_entropy(scores.flatten(0, 1), y.flatten(), reduction="sum") / x.shape[0]


def images(workload, values, parameters, how):
    tasks, ways = workload["tasks"], workload["ways"]
    theta = [w.detach() for w in parameters]
    convolutional = range(0, 3 * BLOCKS, 3)
    for i in convolutional:
        theta[i] = own_layout(theta[i])

    together = tasks if how == "batched" else 1
    start = [w.expand(together, *w.shape).contiguous().requires_grad_() for w in theta]

    def parts(x, y):
        """Images [points, together, height, width] and classes [together, points] of as many tasks as go together."""
        x = values[x].reshape(tasks // together, together, -1, SIDE, SIDE)
        y = values[y].reshape(tasks // together, together, -1, ways).argmax(-1)
        return [(a.transpose(0, 1).contiguous(), b) for a, b in zip(x, y)]

    support, query = parts("supportX", "supportY"), parts("queryX", "queryY")

    def result(gradients):
        """In our layout. Costs a copy of the parameters: nothing beside what was computed."""
        own = [g.mean(0) for g in gradients]
        for i in convolutional:
            own[i] = our_layout(own[i])
        return flat(own)

    if workload["method"] == "prototypical":
        return prototypical(workload, support[0], query[0], start, result)

    second, rate = workload["method"] == "maml", workload["innerRate"]

    def direction():
        total = [torch.zeros_like(w) for w in start]
        for near, far in zip(support, query):
            gradients = torch.autograd.grad(losses(start, *near), start, create_graph=second)
            p = descend(start, gradients, rate)
            if not second:
                p = [w.detach().requires_grad_() for w in p]
            own = torch.autograd.grad(losses(p, *far), start if second else p)
            total = [a + b for a, b in zip(total, own)]
        return result(total) / len(support)

    return direction


def prototypical(workload, support, query, theta, result):
    ways, shots = workload["ways"], workload["shots"]
    x = torch.cat([support[0], query[0]])
    y = query[1][0]

    def gradient():
        near, far = embedded(theta, x)[0].split([ways * shots, len(y)])
        prototypes = near.reshape(ways, shots, -1).mean(1)
        distances = (far.unsqueeze(1) - prototypes).square().sum(2)
        return result(torch.autograd.grad(F.cross_entropy(-distances, y), theta))

    return gradient
