"""What each library does for each operation: out of place into a given array, in place, and fresh.

Every candidate is a function without arguments on arrays that it holds; calling it is what is timed.
Libraries of Python are called from Python, all others from a loop in C; the kernels from both, so that
each is compared with kernels that are called as it is.
"""

import ctypes
import time
from dataclasses import dataclass, field
from typing import Callable

import jax
import jax.numpy as jnp
import numpy as np
import torch

jax.config.update("jax_enable_x64", True)

OPERATIONS = ["sigmoid", "tanh", "relu", "leaky_relu", "a(1-a)", "1-a^2"]
PARALLEL, STREAMING, TEXTBOOK = 1, 2, 4
SLOPE = 0.01


KERNEL, STREAMED, NATIVE = "kernel", "past caches", "kernel in C"
PYTHON = ["NumPy", "PyTorch", "JAX"]
# The names behind each C interface, in the order of their numbers.
NAMES = {
    "peers.cpp": ["SLEEF u10", "SLEEF u35", "Eigen", "XNNPACK", "oneDNN", "MKL HA", "MKL LA"],
    "torch.cpp": ["PyTorch C++"],
    "rust": ["candle", "burn", "wide"],
}
PEERS = PYTHON + [name for names in NAMES.values() for name in names]
THREADED = ["PyTorch C++", "oneDNN", "MKL HA", "MKL LA"]


@dataclass
class Candidate:
    """A library's way, and the array that holds its result once it was called."""

    name: str
    call: Callable[[], object]
    result: Callable[[], np.ndarray]
    # Seconds that so many calls take; from Python unless given.
    seconds: Callable[[int], float] = field(default=None)

    def __post_init__(self):
        self.seconds = self.seconds or self._from_python

    def _from_python(self, count):
        start = time.perf_counter()
        for _ in range(count):
            self.call()
        return time.perf_counter() - start


@dataclass
class Libraries:
    """The libraries behind C interfaces, without those that could not be built."""

    kernels: ctypes.CDLL
    # By their names in `NAMES`; `peers.cpp` has the loop that calls them all.
    peers: dict[str, ctypes.CDLL]

    def natives(self, x, threads):
        """Names, functions and flags of what can be called without Python, the kernels among it."""
        suffix = "f64" if x.dtype == np.float64 else "f32"
        if "peers.cpp" not in self.peers:
            return []
        ours = getattr(self.kernels, f"gradlings_{suffix}")
        found = [(NATIVE, ours, PARALLEL if threads > 1 else 0)]
        for which, library in self.peers.items():
            function = getattr(library, f"peers_{suffix}")
            found += [(name, function, i) for i, name in enumerate(NAMES[which])]
        return [way for way in found if threads == 1 or way[0] in [NATIVE, *THREADED]]

    def candidates(self, operation, x, threads, mode):
        """Candidates that a loop in C calls. candle and burn have fresh outputs only."""
        found, target = [], aligned(x.size, x.dtype)
        if "peers.cpp" in self.peers:
            clock = self.peers["peers.cpp"].peers_time
            clock.restype = ctypes.c_double
        for name, function, flags in self.natives(x, threads):
            if name in ("candle", "burn") and mode != "fresh":
                continue
            source = aligned(x.size, x.dtype, x) if mode == "in place" else x
            out = source if mode == "in place" else target
            which = (ctypes.c_uint(OPERATIONS.index(operation)), ctypes.c_uint(flags))
            arguments = (ctypes.c_void_p(source.ctypes.data), ctypes.c_void_p(out.ctypes.data))
            count = ctypes.c_size_t(x.size)
            if function(*which, *arguments, count) != 0:
                continue
            if mode == "in place":
                source[:] = x
            call = lambda f=function, w=which, a=arguments: f(*w, *a, count)
            timed = (arguments[0], None if mode == "fresh" else arguments[1], count)
            seconds = lambda n, f=function, w=which, a=timed: clock(f, *w, *a, ctypes.c_size_t(n))
            # Holding `source`, too: the address alone does not keep it.
            found.append(Candidate(name, call, lambda out=out, source=source: out, seconds))
        return found


def aligned(count, dtype, fill=None):
    """An array of touched memory that begins at a cache line."""
    dtype = np.dtype(dtype)
    memory = np.ones(count * dtype.itemsize + 64, np.uint8)
    start = -memory.ctypes.data % 64
    array = memory[start : start + count * dtype.itemsize].view(dtype)
    array[:] = 0 if fill is None else fill
    return array


def _numpy(operation, x, out, tmp):
    """NumPy's shortest sequence of calls that allocates nothing."""
    one, zero, slope = x.dtype.type(1), x.dtype.type(0), x.dtype.type(SLOPE)

    def sigmoid():
        np.negative(x, out=out)
        np.exp(out, out=out)
        np.add(out, one, out=out)
        np.reciprocal(out, out=out)

    def leaky_relu():
        np.multiply(x, slope, out=tmp)
        np.maximum(tmp, x, out=out)

    def sigmoid_slope():
        np.subtract(one, x, out=tmp)
        np.multiply(tmp, x, out=out)

    def tanh_slope():
        np.multiply(x, x, out=out)
        np.subtract(one, out, out=out)

    return {
        "sigmoid": sigmoid,
        "tanh": lambda: np.tanh(x, out=out),
        "relu": lambda: np.maximum(x, zero, out=out),
        "leaky_relu": leaky_relu,
        "a(1-a)": sigmoid_slope,
        "1-a^2": tanh_slope,
    }[operation]


def _torch(operation, x, out):
    """PyTorch's call with `out=`, a single pass wherever it has one."""
    one = torch.ones(1, dtype=x.dtype)
    return {
        "sigmoid": lambda: torch.sigmoid(x, out=out),
        "tanh": lambda: torch.tanh(x, out=out),
        "relu": lambda: torch.clamp_min(x, 0.0, out=out),
        "leaky_relu": lambda: torch._C._nn.leaky_relu(x, SLOPE, out=out),
        "a(1-a)": lambda: torch.addcmul(x, x, x, value=-1, out=out),
        "1-a^2": lambda: torch.addcmul(one, x, x, value=-1, out=out),
    }[operation]


_FORMULAS = {
    "sigmoid": jax.nn.sigmoid,
    "tanh": jnp.tanh,
    "relu": lambda x: jnp.maximum(x, 0),
    "leaky_relu": lambda x: jnp.maximum(x * SLOPE, x),
    "a(1-a)": lambda a: a * (1 - a),
    "1-a^2": lambda a: 1 - a * a,
}


class _Donated:
    """A jitted call that may reuse its argument's memory: JAX's way to work in place."""

    def __init__(self, operation, x):
        self.function = jax.jit(_FORMULAS[operation], donate_argnums=0)
        self.data = jnp.array(x)

    def __call__(self):
        self.data = self.function(self.data).block_until_ready()


def _fresh_numpy(operation, x):
    return {
        "sigmoid": lambda: 1 / (1 + np.exp(-x)),
        "tanh": lambda: np.tanh(x),
        "relu": lambda: np.maximum(x, x.dtype.type(0)),
        "leaky_relu": lambda: np.maximum(x * x.dtype.type(SLOPE), x),
        "a(1-a)": lambda: x * (1 - x),
        "1-a^2": lambda: 1 - x * x,
    }[operation]


def _ours(libraries, operation, flags, x, out):
    """The call of the C interface, its arguments converted beforehand."""
    call = _c_call(libraries, operation, flags, x)
    address = ctypes.c_void_p(out.ctypes.data)
    return lambda: call(address)


def _c_call(libraries, operation, flags, x):
    """The call that still lacks the address to write to."""
    kernels = libraries.kernels
    function = kernels.gradlings_f64 if x.dtype == np.float64 else kernels.gradlings_f32
    which = (ctypes.c_uint(OPERATIONS.index(operation)), ctypes.c_uint(flags))
    source, count = ctypes.c_void_p(x.ctypes.data), ctypes.c_size_t(x.size)
    return lambda address: function(*which, source, address, count)


def into(libraries, operation, x, threads):
    """Candidates that write to an array given to them. JAX cannot."""
    flags = PARALLEL if threads > 1 else 0
    ways = [(KERNEL, flags)]
    if x.nbytes >= 2**26:
        ways.append((STREAMED, flags | STREAMING))
    if x.dtype == np.float64:
        ways.append(("textbook", TEXTBOOK))
    # One output for all: each is checked right after its own call.
    out, tmp = aligned(x.size, x.dtype), aligned(x.size, x.dtype)
    found = [
        Candidate(name, _ours(libraries, operation, way, x, out), lambda: out) for name, way in ways
    ]
    found.append(Candidate("NumPy", _numpy(operation, x, out, tmp), lambda: out))
    torch_call = _torch(operation, torch.from_numpy(x), torch.from_numpy(out))
    found.append(Candidate("PyTorch", torch_call, lambda: out))
    return found + libraries.candidates(operation, x, threads, "out=")


def in_place(libraries, operation, x, threads):
    """Candidates that overwrite their input: each has a copy of it."""
    data = {name: aligned(x.size, x.dtype, x) for name in ("kernel", "NumPy", "PyTorch")}
    tmp = aligned(x.size, x.dtype)
    tensor = torch.from_numpy(data["PyTorch"])
    donated = _Donated(operation, x)
    flags = PARALLEL if threads > 1 else 0
    calls = {
        "kernel": _ours(libraries, operation, flags, data["kernel"], data["kernel"]),
        "NumPy": _numpy(operation, data["NumPy"], data["NumPy"], tmp),
        "PyTorch": _torch(operation, tensor, tensor),
    }
    found = [Candidate(n, call, lambda n=n: data[n]) for n, call in calls.items()]
    found.append(Candidate("JAX", donated, lambda: np.asarray(donated.data)))
    return found + libraries.candidates(operation, x, threads, "in place")


def fresh(libraries, operation, x, threads):
    """Candidates that make a new array. For the kernels NumPy makes it, as for itself."""
    flags = PARALLEL if threads > 1 else 0
    jitted, argument = jax.jit(_FORMULAS[operation]), jnp.array(x)
    tensor = torch.from_numpy(x)
    torch_call = {
        "sigmoid": lambda: torch.sigmoid(tensor),
        "tanh": lambda: torch.tanh(tensor),
        "relu": lambda: torch.relu(tensor),
        "leaky_relu": lambda: torch.nn.functional.leaky_relu(tensor, SLOPE),
        "a(1-a)": lambda: torch.addcmul(tensor, tensor, tensor, value=-1),
        "1-a^2": lambda: 1 - tensor * tensor,
    }[operation]

    call = _c_call(libraries, operation, flags, x)

    def kernel():
        out = np.empty_like(x)
        call(ctypes.c_void_p(out.__array_interface__["data"][0]))
        return out

    numpy_call = _fresh_numpy(operation, x)
    return [
        Candidate("kernel", kernel, kernel),
        Candidate("NumPy", numpy_call, numpy_call),
        Candidate("PyTorch", torch_call, lambda: torch_call().numpy()),
        Candidate(
            "JAX",
            lambda: jitted(argument).block_until_ready(),
            lambda: np.asarray(jitted(argument)),
        ),
        *libraries.candidates(operation, x, threads, "fresh"),
    ]


MODES = {"out=": into, "in place": in_place, "fresh": fresh}
