"""The kernels against NumPy, PyTorch and JAX: one process, the same arrays, shuffled rounds.

    python -m venv peers && peers/bin/pip install -r benches/peers/requirements.txt
    peers/bin/python benches/peers/compare.py                 # one thread, some minutes
    peers/bin/python benches/peers/compare.py --threads 2
    peers/bin/python benches/peers/compare.py --operations tanh --types f64 --sizes 1e4 1e6

Prints a table: nanoseconds per number, and the ratio of the kernels to the best of the others,
from minima and from medians. Answers are checked before anything is timed. The system's own
allocator makes the fresh arrays. At a thousand numbers every row is the cost of a call.
"""

import argparse
import ctypes
import json
import os
import random
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BLOCK = 2e-3
NOISY = 0.15


def arguments():
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--sizes", nargs="+", default=["1e3", "1e4", "1e5", "1e6", "1e7"])
    parser.add_argument("--types", nargs="+", default=["f64", "f32"], choices=["f64", "f32"])
    parser.add_argument("--operations", nargs="+")
    parser.add_argument("--modes", nargs="+", default=["out=", "in place", "fresh"])
    parser.add_argument("--library", help="the C interface, if it is built already")
    return parser.parse_args()


def limit_threads(threads):
    """Holds every library to as many threads; one thread is pinned to one core."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = str(threads)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:threads])


def build():
    """Builds the C interface and loads it."""
    command = ["cargo", "build", "--release", "--package", "peers", "--message-format", "json"]
    output = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True, text=True)
    messages = [json.loads(line) for line in output.stdout.splitlines()]
    files = [m["filenames"] for m in messages if m.get("target", {}).get("name") == "peers"]
    return ctypes.CDLL(next(f for f in files[-1] if f.endswith((".so", ".dylib", ".dll"))))


def exact(np, operation, x):
    """The operation in the widest type that NumPy has."""
    x = x.astype(np.longdouble)
    return {
        "sigmoid": lambda: 1 / (1 + np.exp(-x)),
        "tanh": lambda: np.tanh(x),
        "relu": lambda: np.where(x > 0, x, 0 * x),
        "leaky_relu": lambda: np.where(x > 0, x, x * np.longdouble(0.01)),
        "a(1-a)": lambda: x * (1 - x),
        "1-a^2": lambda: (1 - x) * (1 + x),
    }[operation]()


def errors(np, found, operation, x):
    """The largest error of each candidate, in units of the last place; stops at a wrong one."""
    # The same operation on every number: a million of them will do.
    x = x[:1_000_000]
    want = exact(np, operation, x)
    unit = np.spacing(np.abs(want).astype(x.dtype))
    unit = np.maximum(unit, np.finfo(x.dtype).tiny).astype(np.longdouble)
    worst = {}
    for candidate in found:
        candidate.call()
        got = candidate.result()[: x.size].astype(np.longdouble)
        # Slopes, and the textbook's tanh, cancel: what counts for them is the last place of 1.
        cancels = operation in ("a(1-a)", "1-a^2") or candidate.name == "textbook"
        floor = np.finfo(x.dtype).eps if cancels else 0
        worst[candidate.name] = float(np.max(np.abs(got - want) / np.maximum(unit, floor)))
        if not worst[candidate.name] < 64:
            sys.exit(f"{candidate.name} is wrong about {operation}: {worst[candidate.name]} units")
    return worst


def once(call, count):
    """Seconds per call."""
    start = time.perf_counter()
    for _ in range(count):
        call()
    return (time.perf_counter() - start) / count


def rounds(found, count, threads):
    """Seconds per call of each candidate in each round; the order is shuffled anew in each."""
    repeats = {c.name: max(1, int(BLOCK / max(once(c.call, 3), 1e-7))) for c in found}
    times = {c.name: [] for c in found}
    for _ in range(count):
        for candidate in random.sample(found, len(found)):
            if threads > 1:
                # The workers of the one before may still spin.
                time.sleep(4e-3)
            times[candidate.name].append(once(candidate.call, repeats[candidate.name]))
    return times


def machine(np, jax, torch, threads):
    """A line on what the figures belong to."""
    model = next(
        (line.split(":")[1].strip() for line in open("/proc/cpuinfo") if "model name" in line),
        "unknown processor",
    )
    features = "AVX-512" if "avx512f" in open("/proc/cpuinfo").read() else "AVX2 or less"
    return (
        f"{model} ({features}), {os.cpu_count()} cores, {threads} thread(s), NumPy "
        f"{np.__version__}, PyTorch {torch.__version__}, JAX {jax.__version__}, load "
        f"{os.getloadavg()[0]:.1f}"
    )


def row(operation, dtype, size, mode, times, worst):
    """A line of the table."""
    best = {name: min(seconds) for name, seconds in times.items()}
    middle = {name: statistics.median(seconds) for name, seconds in times.items()}
    peers = [name for name in ("NumPy", "PyTorch", "JAX") if name in best]
    kernels = [name for name in best if name.startswith("kernel")]
    ours, theirs = min(kernels, key=best.get), min(peers, key=best.get)
    ratio = best[ours] / best[theirs]
    of_medians = min(map(middle.get, kernels)) / min(map(middle.get, peers))
    noisy = any(middle[name] > best[name] * (1 + NOISY) for name in (ours, theirs))
    cell = lambda name: f"{best[name] / size * 1e9:.3f}" if name in best else "-"
    cells = [operation, dtype, f"{size:.0e}".replace("+0", ""), mode]
    cells += [cell("kernel"), cell("kernel past the caches"), cell("textbook")]
    cells += [cell(name) for name in ("NumPy", "PyTorch", "JAX")]
    cells += [f"**{ratio:.2f}** {theirs}", f"{of_medians:.2f}" + (" noisy" if noisy else "")]
    cells += [f"{worst['kernel']:.1f} / {worst[theirs]:.1f}"]
    return "| " + " | ".join(cells) + " |"


HEAD = """\
| operation | type | n | mode | kernel | past caches | textbook | NumPy | PyTorch | JAX | ratio \
of minima | of medians | ULP, ours / best |
|---|---|---|---|---|---|---|---|---|---|---|---|---|"""


def main():
    """Compares what was asked for."""
    asked = arguments()
    limit_threads(asked.threads)
    library = ctypes.CDLL(asked.library) if asked.library else build()
    library.gradlings_threads(asked.threads)
    sys.path.insert(0, str(Path(__file__).parent))
    import candidates as c

    c.torch.set_num_threads(asked.threads)
    print(machine(c.np, c.jax, c.torch, asked.threads) + "\n\n" + HEAD)
    generator = c.np.random.default_rng(1)
    for operation in asked.operations or c.OPERATIONS:
        for dtype in asked.types:
            for size in (int(float(size)) for size in asked.sizes):
                kind = {"f64": c.np.float64, "f32": c.np.float32}[dtype]
                numbers = generator.normal(0, 3, size)
                if operation in ("a(1-a)", "1-a^2"):
                    numbers = generator.random(size)
                x = c.aligned(size, kind, numbers)
                for mode in asked.modes:
                    found = c.MODES[mode](library, operation, x, asked.threads)
                    worst = errors(c.np, found, operation, x)
                    times = rounds(found, asked.rounds, asked.threads)
                    print(row(operation, dtype, size, mode, times, worst), flush=True)


if __name__ == "__main__":
    main()
