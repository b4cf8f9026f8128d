"""The fewest cycles that the ports of a core allow for a number, for every kernel.

    apt-get install llvm-19 binutils
    python3 benches/ports.py > crates/lab/data/port_bounds.csv

Builds the kernels, finds the inner loop of each for AVX2 and for AVX-512, and lets llvm-mca add up what
its instructions ask of each port: the busiest port is the bound. That assumes that everything is in the
nearest cache and that no instruction waits for another. The core is Zen 4, which runs the halves of an
AVX-512 vector one after the other.
"""

import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CORE = "znver4"
LEVELS = {"AVX2": ("avx2", "ymm", 32), "AVX512": ("avx512", "zmm", 64)}
KERNELS = {
    "sigmoid": "Forward<activations::kernels::functions::Sigmoid>",
    "tanh": "Forward<activations::kernels::functions::Tanh>",
    "relu": "Forward<activations::kernels::functions::Relu>",
    "leaky_relu": "Forward<activations::kernels::functions::Leaky>",
}


def output(*command, **options):
    return subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE, **options).stdout


def build():
    """The kernels behind their C interface, with symbols that name types."""
    flags = os.environ | {"RUSTFLAGS": "-C symbol-mangling-version=v0"}
    target = ROOT / "target" / "ports"
    command = ["cargo", "build", "--quiet", "--release", "-p", "peers", "--target-dir", target]
    subprocess.run(command, check=True, cwd=ROOT, env=flags)
    return target / "release" / "libpeers.so"


def disassembly(library):
    """Instructions by function: pairs of an address and a text."""
    functions, name = {}, None
    for line in output("objdump", "-d", "-C", "--no-show-raw-insn", library).splitlines():
        if head := re.match(r"[0-9a-f]+ <(.*)>:$", line):
            name = head[1]
        elif instruction := re.match(r" +([0-9a-f]+):\t(.*)", line):
            functions.setdefault(name, []).append((int(instruction[1], 16), instruction[2]))
    return functions


def loops(code):
    """The loops of a function that hold no other: from the target of a jump back to the jump."""
    places = {address: i for i, (address, _) in enumerate(code)}
    found = []
    for end, (_, text) in enumerate(code):
        jump = re.match(r"j\w+ +([0-9a-f]+)", text)
        start = places.get(int(jump[1], 16)) if jump else None
        if start is not None and start <= end:
            found.append((start, end))
    inner = [a for a in found if not any(a != b and a[0] <= b[0] and b[1] <= a[1] for b in found)]
    return [[text for _, text in code[start : end + 1]] for start, end in inner]


def numbers(loop, register, size, number):
    """How many numbers a turn of the loop writes, not counting what it puts on the stack."""
    store = rf"vmov\w+ +%{register}\d+,[^%]*\(%(?!rsp|rip)"
    return sum(bool(re.match(store, text)) for text in loop) * size // number


def bound(loop):
    """The cycles that the busiest port needs for a turn of the loop."""
    lines = [re.sub(r" *[<#].*", "", text) for text in loop]
    lines = [re.sub(r"^(j\w+) .*", r"\1 .Lout", line) for line in lines]
    source = "\n".join(lines) + "\n.Lout:\n"
    report = output("llvm-mca-19", f"-mcpu={CORE}", "-iterations=100", input=source)
    return float(re.search(r"Block RThroughput: +([\d.]+)", report)[1])


def main():
    functions = disassembly(build())
    print("# Written by benches/ports.py; cycles a number, in the nearest cache.")
    print("function,type,instructions,core,cycles")
    for kernel, symbol in KERNELS.items():
        for of, number in (("f64", 8), ("f32", 4)):
            for level, (name, register, size) in LEVELS.items():
                way = re.compile(rf"vectorize_{name}.*Job<{of}>.*{re.escape(symbol)}.*closure#(\d+)")
                found = {int(m[1]): code for f, code in functions.items() if f and (m := way.search(f))}
                # The first of a kernel's jobs writes to another slice.
                candidates = loops(found[min(found)])
                loop = max(candidates, key=lambda l: numbers(l, register, size, number))
                cycles = bound(loop) / numbers(loop, register, size, number)
                print(f"{kernel},{of},{level},{CORE},{cycles:.3f}")


if __name__ == "__main__":
    main()
