"""PyTorch's contenders of the benchmark. Reads a workload and its inputs as JSON, then times what it is told to.

Looped over tasks, as learn2learn and most published code run MAML, and batched by hand in torch.bmm, as somebody would
who wants it faster. Lines in: {"set_up": ...}, {"run": repeats}. Lines out: JSON.
"""

import json
import sys
import time

import torch


def network(p, x):
    w1, b1, w2, b2, w3, b3 = p
    return torch.relu(torch.relu(x @ w1 + b1) @ w2 + b2) @ w3 + b3


def flat(p):
    return torch.cat([w.reshape(-1) for w in p])


def descend(p, gradients, rate):
    return [w - rate * g for w, g in zip(p, gradients)]


def set_up(job):
    workload, inputs, how = job["workload"], job["inputs"], job["how"]
    tasks, points, kind = workload["tasks"], workload["points"], workload["kind"]
    rate, steps = workload["innerRate"], workload["innerSteps"]
    torch.set_num_threads(job["threads"])
    values = {name: torch.tensor(v, dtype=torch.float32) for name, v in inputs.items()}
    theta, offset = [], 0
    for rows, columns in job["shapes"]:
        part = values["parameters"][offset : offset + rows * columns]
        theta.append(part.reshape(rows, columns).clone().requires_grad_())
        offset += rows * columns
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
