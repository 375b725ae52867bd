"""PyTorch's contenders of the benchmark. Reads a workload and its inputs as JSON, then times what it is told to.

Looped over tasks, as learn2learn and most published code run MAML, and batched by hand in torch.bmm, as somebody would
who wants it faster. An unrolled optimiser has its problems in one batch from the start; so has an LSTM its sequences.
Lines in: {"set_up": ...}, {"run": repeats}. Lines out: JSON.
"""

import json
import math
import sys
import time

import torch

from pytorchAttentionSet import attention_set
from pytorchImages import images
from pytorchMannEpisode import mann_episode
from pytorchPairs import pairs
from pytorchParameters import descend, flat
from pytorchSequence import sequence

# As in src/networks/coordinatewise.ts.
LOG_SIGN_P = 10


def network(p, x):
    w1, b1, w2, b2, w3, b3 = p
    return torch.relu(torch.relu(x @ w1 + b1) @ w2 + b2) @ w3 + b3


def set_up(job):
    torch.set_num_threads(job["threads"])
    values = {name: torch.tensor(v, dtype=torch.float32) for name, v in job["inputs"].items()}
    parameters, offset = [], 0
    for rows, columns in job["shapes"]:
        part = values["parameters"][offset : offset + rows * columns]
        parameters.append(part.reshape(rows, columns).clone().requires_grad_())
        offset += rows * columns
    if job["workload"]["kind"] == "unroll":
        return unroll(job["workload"], values, parameters)
    if job["workload"]["kind"] == "images":
        return images(job["workload"], values, parameters, job["how"])
    if job["workload"]["kind"] == "sequence":
        return sequence(job["workload"], values, parameters)
    if job["workload"]["kind"] == "episode":
        return mann_episode(job["workload"], values, parameters)
    if job["workload"]["kind"] == "pairs":
        return pairs(job["workload"], values, parameters)
    if job["workload"]["kind"] == "set":
        return attention_set(job["workload"], values, parameters, job["how"])
    return regression(job["workload"], values, parameters, job["how"])


def regression(workload, values, theta, how):
    tasks, points, kind = workload["tasks"], workload["points"], workload["kind"]
    rate, steps = workload["innerRate"], workload["innerSteps"]
    grid = values["grid"].reshape(-1, 1)
    parts = steps if kind == "reptile" else 1
    sx = values["supportX"].reshape(parts, tasks, points, 1)
    sy = values["supportY"].reshape(parts, tasks, points, 1)
    qx = values["queryX"].reshape(tasks, points, 1)
    qy = values["queryY"].reshape(tasks, points, 1)
    mse = torch.nn.functional.mse_loss

    if kind == "adapt":

        def adapt():
            p, outputs = theta, []
            for k in range(steps + 1):
                with torch.no_grad():
                    outputs.append(network(p, grid))
                if k < steps:
                    gradients = torch.autograd.grad(mse(network(p, sx[0, 0]), sy[0, 0]), p)
                    p = [w.detach().requires_grad_() for w in descend(p, gradients, rate)]
            return flat(outputs)

        return adapt

    if how == "loop":

        def direction():
            total = [torch.zeros_like(w) for w in theta]
            for t in range(tasks):
                second = kind == "maml"
                p = theta
                for i in range(parts):
                    loss = mse(network(p, sx[i, t]), sy[i, t])
                    gradients = torch.autograd.grad(loss, p, create_graph=second)
                    p = descend(p, gradients, rate)
                    if not second:
                        p = [w.detach().requires_grad_() for w in p]
                if kind == "reptile":
                    own = [w.detach() - q.detach() for w, q in zip(theta, p)]
                else:
                    own = torch.autograd.grad(mse(network(p, qx[t]), qy[t]), theta if second else p)
                total = [a + b for a, b in zip(total, own)]
            return flat(total) / tasks

        return direction

    def losses(p, x, y):
        w1, b1, w2, b2, w3, b3 = p
        h = torch.relu(torch.baddbmm(b1, x, w1))
        h = torch.relu(torch.baddbmm(b2, h, w2))
        return ((torch.baddbmm(b3, h, w3) - y) ** 2).sum() / points

    def batched():
        second = kind == "maml"
        start = [w.detach().unsqueeze(0).repeat(tasks, 1, 1).requires_grad_() for w in theta]
        p = start
        for i in range(parts):
            gradients = torch.autograd.grad(losses(p, sx[i], sy[i]), p, create_graph=second)
            p = descend(p, gradients, rate)
            if not second:
                p = [w.detach().requires_grad_() for w in p]
        if kind == "reptile":
            own = [(w - q).detach() for w, q in zip(start, p)]
        else:
            own = torch.autograd.grad(losses(p, qx, qy), start if second else p)
        return flat([g.mean(0) for g in own])

    return batched


def lstm(from_below, recurrent, biases, x, h, c):
    """As fast as torch.lstm_cell here, and takes its weights as they come."""
    z = torch.addmm(torch.addmm(biases, x, from_below), h, recurrent)
    i, f, g, o = z.chunk(4, 1)
    c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
    return torch.sigmoid(o) * torch.tanh(c), c


def unroll(workload, values, phi):
    """The meta-step of a learned optimiser: autograd through the whole unroll, all coordinates as rows."""
    problems, dimension, network = workload["problems"], workload["dimension"], workload["network"]
    coordinates = problems * dimension
    w = values["matrices"].reshape(problems, dimension, dimension)
    y = values["targets"].reshape(problems, dimension, 1)
    start = values["starts"].reshape(problems, dimension, 1)
    empty = [(torch.zeros(coordinates, n), torch.zeros(coordinates, n)) for n in network["hidden"]]
    scale = network["outputScale"]

    def preprocessed(residual):
        """What the optimiser is given, from Wθ - y, as a constant."""
        with torch.no_grad():
            g = torch.bmm(w.transpose(1, 2), residual).mul_(2).reshape(coordinates, 1)
            size = g.abs().log_().div_(LOG_SIGN_P).clamp_(min=-1)
            sign = g.mul_(math.exp(LOG_SIGN_P)).clamp_(-1, 1)
            return torch.cat([size, sign], 1)

    def meta_gradient():
        memories, theta, total = empty, start, 0
        residual = torch.baddbmm(y, w, theta, beta=-1)
        for _ in range(workload["updates"]):
            x, after = preprocessed(residual), []
            for l, (h, c) in enumerate(memories):
                x, c = lstm(*phi[3 * l : 3 * l + 3], x, h, c)
                after.append((x, c))
            memories = after
            update = torch.addmm(phi[-1], x, phi[-2], beta=scale, alpha=scale)
            theta = theta + update.reshape(problems, dimension, 1)
            residual = torch.baddbmm(y, w, theta, beta=-1)
            total = total + residual.square().sum()
        return flat(torch.autograd.grad(total, phi))

    return meta_gradient


def main():
    print(json.dumps({"version": torch.__version__}), flush=True)
    step = None
    for line in sys.stdin:
        job = json.loads(line)
        if "set_up" in job:
            step = set_up(job["set_up"])
            print(json.dumps({"result": step().detach().tolist()}), flush=True)
        else:
            times = []
            for _ in range(job["run"]):
                start = time.perf_counter()
                step()
                times.append(1000 * (time.perf_counter() - start))
            print(json.dumps({"times": times}), flush=True)


main()
