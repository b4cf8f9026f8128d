"""The kernels against other libraries: one process, the same arrays, shuffled rounds.

    python -m venv peers && peers/bin/pip install -r benches/peers/requirements.txt
    apt-get install g++ libsleef-dev libeigen3-dev libxnnpack-dev libpthreadpool-dev libdnnl-dev
    peers/bin/python benches/peers/compare.py                 # one thread, some minutes
    peers/bin/python benches/peers/compare.py --threads 2
    peers/bin/python benches/peers/compare.py --operations tanh --types f64 --sizes 1e4 1e6
    peers/bin/python benches/peers/compare.py --steps         # a training step instead

Prints a table: nanoseconds per number and, in brackets, the largest error in units of the last place;
then the ratio of the kernels to the best of the others, to the best of those within 2 units, and the
first of these from medians. NumPy, PyTorch and JAX are called from Python, the others from C, and each
is compared with kernels that are called from where it is. What is missing of Debian's packages is left
out, and so is what cargo cannot build. Answers are checked before anything is timed. The system's own
allocator makes the fresh arrays. At a thousand numbers every row from Python is the cost of a call.
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
FOLDER = Path(__file__).resolve().parent
BLOCK = 2e-3
NOISY = 0.15
# What counts as accurate, in units of the last place; the kernels promise as much.
ACCURATE = 2.0
# Beyond so many units and so large a difference, a candidate is wrong.
WRONG = (64, 1e-5)


def arguments():
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--sizes", nargs="+", default=["1e3", "1e4", "1e5", "1e6", "1e7"])
    parser.add_argument("--types", nargs="+", default=["f64", "f32"], choices=["f64", "f32"])
    parser.add_argument("--operations", nargs="+")
    parser.add_argument("--modes", nargs="+", default=["out=", "in place", "fresh"])
    parser.add_argument("--steps", action="store_true", help="compare training steps instead")
    return parser.parse_args()


def limit_threads(threads):
    """Holds every library to as many threads; one thread is pinned to one core."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = str(threads)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:threads])


def cargo(*arguments, **environment):
    """Builds a crate with a C interface and loads it."""
    command = ["cargo", "build", "--release", "--message-format", "json", *arguments]
    output = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, check=True, text=True, env=os.environ | environment
    )
    messages = [json.loads(line) for line in output.stdout.splitlines()]
    files = [m["filenames"] for m in messages if "cdylib" in m.get("target", {}).get("kind", "")]
    return ctypes.CDLL(next(f for f in files[-1] if f.endswith((".so", ".dylib", ".dll"))))


def build_cpp(name, *options):
    """Builds a file of `native` with a C interface and loads it."""
    target = ROOT / "target" / Path(name).with_suffix(".so")
    command = ["g++", "-O3", "-march=native", "-std=c++20", "-w", "-shared", "-fPIC"]
    command += [FOLDER / "native" / name, "-o", target, *options]
    subprocess.run(command, check=True)
    return ctypes.CDLL(str(target))


def build_peers():
    """What calls the libraries of C and C++; oneMKL is where pip has put it."""
    options = ["-I/usr/include/eigen3", "-lsleef", "-lXNNPACK", "-ldnnl", "-ldl"]
    library = build_cpp("peers.cpp", *options)
    for mkl in Path(sys.prefix, "lib").glob("libmkl_rt.so*"):
        library.peers_mkl(str(mkl).encode())
    return library


def build_torch(torch):
    """What calls PyTorch without Python."""
    folder = Path(torch.__file__).parent
    return build_cpp(
        "torch.cpp", f"-I{folder}/include", f"-L{folder}/lib", "-ltorch_cpu", "-lc10"
    )


def build_rust():
    """What calls the libraries of Rust."""
    native = {"RUSTFLAGS": "-C target-cpu=native", "CARGO_TARGET_DIR": str(ROOT / "target/peers")}
    return cargo("--manifest-path", str(FOLDER / "rust" / "Cargo.toml"), **native)


def build(c):
    """The kernels and whatever else can be built here; says what cannot."""
    ways = {"peers.cpp": build_peers, "torch.cpp": lambda: build_torch(c.torch), "rust": build_rust}
    peers = {}
    for name, way in ways.items():
        try:
            peers[name] = way()
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"Without {', '.join(c.NAMES[name])}: {error}", file=sys.stderr)
    return c.Libraries(cargo("--package", "peers"), peers)


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
        difference = np.abs(got - want)
        units = float(np.max(difference / np.maximum(unit, floor)))
        if not (units < WRONG[0] or np.max(difference) < WRONG[1]):
            sys.exit(f"{candidate.name} is wrong about {operation}: {units} units")
        worst[candidate.name] = units
    return worst


def rounds(found, count, threads):
    """Seconds per call of each candidate in each round; the order is shuffled anew in each."""
    repeats = {c.name: max(1, int(BLOCK / max(c.seconds(3) / 3, 1e-7))) for c in found}
    times = {c.name: [] for c in found}
    for _ in range(count):
        for candidate in random.sample(found, len(found)):
            if threads > 1:
                # The workers of the one before may still spin.
                time.sleep(4e-3)
            calls = repeats[candidate.name]
            times[candidate.name].append(candidate.seconds(calls) / calls)
    return times


def mkl_code():
    """The instructions that oneMKL has chosen, as the name of the file that it loaded."""
    maps = Path("/proc/self/maps")
    lines = maps.read_text().splitlines() if maps.exists() else []
    found = {Path(line.split()[-1]).name for line in lines if "libmkl_vml" in line}
    return ", ".join(sorted(found - {"libmkl_vml_cmpt.so.3"})) or "no oneMKL"


def machine(c, threads):
    """A line on what the figures belong to."""
    model = next(
        (line.split(":")[1].strip() for line in open("/proc/cpuinfo") if "model name" in line),
        "unknown processor",
    )
    features = "AVX-512" if "avx512f" in open("/proc/cpuinfo").read() else "AVX2 or less"
    return (
        f"{model} ({features}), {os.cpu_count()} cores, {threads} thread(s), NumPy "
        f"{c.np.__version__}, PyTorch {c.torch.__version__}, JAX {c.jax.__version__}, load "
        f"{os.getloadavg()[0]:.1f}"
    )


def ratio(times, peers, kernels_like):
    """The largest ratio of the kernels to a peer, each called alike, and that peer; None without."""
    pairs = [(kernels_like(name) / times[name], name) for name in peers]
    return max(pairs, default=None)


def row(c, operation, dtype, size, mode, times, worst):
    """A line of the table."""
    best = {name: min(seconds) for name, seconds in times.items()}
    middle = {name: statistics.median(seconds) for name, seconds in times.items()}
    peers = [name for name in c.PEERS if name in best]
    accurate = [name for name in peers if worst[name] <= ACCURATE]

    def kernels_in(of):
        ours = min(of[name] for name in (c.KERNEL, c.STREAMED) if name in of)
        return lambda peer: ours if peer in c.PYTHON else of[c.NATIVE]

    found = ratio(best, peers, kernels_in(best))
    exact_ones = ratio(best, accurate, kernels_in(best))
    of_medians = ratio(middle, peers, kernels_in(middle))[0]
    decisive = (c.KERNEL, c.NATIVE, found[1])
    noisy = any(middle[name] > best[name] * (1 + NOISY) for name in decisive if name in best)

    def cell(name):
        if name not in best:
            return "-"
        units = f"{worst[name]:.1f}" if worst[name] < 100 else f"{worst[name]:.0e}".replace("+0", "")
        return f"{best[name] / size * 1e9:.3f} ({units})"

    cells = [operation, dtype, f"{size:.0e}".replace("+0", ""), mode]
    cells += [cell(name) for name in columns(c)]
    cells += [f"**{found[0]:.2f}** {found[1]}"]
    cells += ["-" if exact_ones is None else f"{exact_ones[0]:.2f} {exact_ones[1]}"]
    cells += [f"{of_medians:.2f}" + (" noisy" if noisy else "")]
    return "| " + " | ".join(cells) + " |"


def columns(c):
    """The candidates in the order of the table."""
    return [c.KERNEL, c.STREAMED, c.NATIVE, "textbook", *c.PEERS]


def head(c):
    """The head of the table."""
    names = ["operation", "type", "n", "mode", *columns(c)]
    names += ["ratio to the best", f"to the best within {ACCURATE:.0f} ULP", "of medians"]
    return "| " + " | ".join(names) + " |\n" + "|---" * len(names) + "|"


def steps(kernels, threads, count):
    """Prints the table of training steps: microseconds a step, and ratios to NumPy and to the best."""
    import steps

    names = ["course", "kernels", "NumPy", "PyTorch", "PyTorch compiled", "JAX"]
    names += ["course / NumPy", "kernels / best", "of medians", "difference after ten steps"]
    print("| network | examples | " + " | ".join(names) + " |\n" + "|---" * (len(names) + 2) + "|")
    for shape in steps.SHAPES:
        found = steps.candidates(kernels, shape, threads)
        difference = steps.check(found)
        times = rounds(found, count, threads)
        best = {name: min(seconds) for name, seconds in times.items()}
        middle = {name: statistics.median(seconds) for name, seconds in times.items()}
        peer = min(names[2:6], key=best.get)
        cells = ["-".join(map(str, shape[:3])), f"{shape[3]}"]
        cells += [f"{best[name] * 1e6:.1f}" for name in names[:6]]
        cells += [f"**{best['course'] / best['NumPy']:.2f}**"]
        cells += [f"**{best['kernels'] / best[peer]:.2f}** {peer}"]
        medians = (middle["course"] / middle["NumPy"], middle["kernels"] / middle[peer])
        cells += ["{:.2f}, {:.2f}".format(*medians), f"{difference:.0e}"]
        print("| " + " | ".join(cells) + " |", flush=True)


def main():
    """Compares what was asked for."""
    asked = arguments()
    limit_threads(asked.threads)
    sys.path.insert(0, str(FOLDER))
    import candidates as c

    c.torch.set_num_threads(asked.threads)
    if asked.steps:
        kernels = cargo("--package", "peers")
        kernels.gradlings_threads(asked.threads)
        print(machine(c, asked.threads) + "\n")
        return steps(kernels, asked.threads, asked.rounds)
    libraries = build(c)
    libraries.kernels.gradlings_threads(asked.threads)
    print(machine(c, asked.threads) + "\n\n" + head(c))
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
                    found = c.MODES[mode](libraries, operation, x, asked.threads)
                    worst = errors(c.np, found, operation, x)
                    times = rounds(found, asked.rounds, asked.threads)
                    print(row(c, operation, dtype, size, mode, times, worst), flush=True)
    print(f"\noneMKL's code: {mkl_code()}.")


if __name__ == "__main__":
    main()
