#: if drawings
usual = dict(data="images_background", device="cpu", iterations=ITERATIONS, seed=SEED, evaluate="")
#: end
#: if no-drawings
usual = dict(device="cpu", iterations=ITERATIONS, seed=SEED, evaluate="")  # or a file of weights
#: end
#: if script
parser = argparse.ArgumentParser()
for name, default in usual.items():
    parser.add_argument("--" + name, type=type(default), default=default)
args = parser.parse_args()
#: end
#: if notebook
args = SimpleNamespace(**usual)
#: end
