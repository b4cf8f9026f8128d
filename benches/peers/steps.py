"""A step of gradient descent in each library: the equations of lesson 3, by hand, in f64.

Nobody differentiates automatically: that is what a library can do at its fastest, and it is what the
course's own step does.
"""

import ctypes

import jax
import jax.numpy as jnp
import numpy as np
import torch

from candidates import Candidate

# n_x, n_h, n_y, m; and the learning rate.
SHAPES = [(2, 4, 1, 400), (2, 8, 1, 400), (30, 16, 1, 569), (784, 256, 1, 10_000)]
RATE = 0.1
LIMIT = 1e-10


def drawn(n_x, n_h, n_y, m):
    """`x`, `y`, `w1`, `w2`, an example per column; biases begin at 0."""
    generator = np.random.default_rng(1)
    x = generator.normal(0, 1, (n_x, m))
    y = (generator.random((n_y, m)) < 0.4).astype(float)
    w1 = generator.normal(0, 1, (n_h, n_x)) / n_x**0.5
    return x, y, w1, generator.normal(0, 1, (n_y, n_h)) / n_h**0.5


def step(library, sigmoid, x, y, w1, b1, w2, b2):
    """The parameters after a step, for a library with operators like NumPy's."""
    m = x.shape[1]
    a1 = library.tanh(w1 @ x + b1)
    dz2 = sigmoid(w2 @ a1 + b2) - y
    dz1 = (w2.T @ dz2) * (1 - a1 * a1)
    dw1, db1 = dz1 @ x.T / m, dz1.sum(1).reshape(-1, 1) / m
    dw2, db2 = dz2 @ a1.T / m, dz2.sum(1).reshape(-1, 1) / m
    return w1 - RATE * dw1, b1 - RATE * db1, w2 - RATE * dw2, b2 - RATE * db2


class Training:
    """Parameters that every call takes a step further."""

    def __init__(self, step, data, start, ready=lambda parameters: None):
        self.step, self.data, self.start, self.ready = step, data, start, ready
        self.parameters = start

    def __call__(self):
        self.parameters = self.step(*self.data, *self.parameters)
        self.ready(self.parameters)


class Own:
    """The course's own step, or that with kernels, behind the C interface."""

    def __init__(self, kernels, form, shape, arrays):
        self.kernels, self.w1 = kernels, np.zeros_like(arrays[2])
        kernels.gradlings_network.restype = ctypes.c_void_p
        kernels.gradlings_steps.restype = ctypes.c_double
        pointers = (ctypes.c_void_p * 4)(*(array.ctypes.data for array in arrays))
        sizes = (ctypes.c_size_t * 4)(*shape)
        self.make = lambda: ctypes.c_void_p(
            kernels.gradlings_network(form, sizes, pointers, ctypes.c_double(RATE))
        )
        self.network = self.make()

    def seconds(self, count):
        return self.kernels.gradlings_steps(self.network, ctypes.c_size_t(count))

    def weights(self):
        """`w1`; the network begins anew."""
        self.kernels.gradlings_end(self.network, ctypes.c_void_p(self.w1.ctypes.data))
        self.network = self.make()
        return self.w1


def candidates(kernels, shape, threads):
    """All ways to take a step, each from the same start."""
    arrays = [np.ascontiguousarray(array) for array in drawn(*shape)]
    x, y, w1, w2 = arrays
    start = (w1, np.zeros((shape[1], 1)), w2, np.zeros((shape[2], 1)))
    tensors = [torch.from_numpy(array) for array in (x, y, *start)]
    jaxes = [jnp.array(array) for array in (x, y, *start)]
    eager = lambda *of: step(torch, torch.sigmoid, *of)
    logistic = lambda z: 1 / (1 + np.exp(-z))
    compiled = torch.compile(eager)
    jitted = jax.jit(lambda *of: step(jnp, jax.nn.sigmoid, *of))
    block = lambda parameters: parameters[0].block_until_ready()
    ways = {
        "NumPy": Training(lambda *of: step(np, logistic, *of), (x, y), start),
        "PyTorch": Training(eager, tensors[:2], tensors[2:]),
        "PyTorch compiled": Training(compiled, tensors[:2], tensors[2:]),
        "JAX": Training(jitted, jaxes[:2], jaxes[2:], block),
    }
    found = [
        Candidate(name, way, lambda way=way: np.asarray(way.parameters[0]))
        for name, way in ways.items()
    ]
    forms = {"course": 0, "kernels": 2 if threads > 1 else 1}
    for name, form in forms.items():
        own = Own(kernels, form, shape, arrays)
        found.append(Candidate(name, lambda own=own: own.seconds(1), own.weights, own.seconds))
    return found


def check(found):
    """The largest difference between any two of them after ten steps; stops if it is too large."""
    for candidate in found:
        for _ in range(10):
            candidate.call()
    weights = [candidate.result() for candidate in found]
    difference = max(float(np.max(np.abs(w - weights[0]))) for w in weights)
    if not difference < LIMIT:
        raise SystemExit(f"The libraries differ by {difference:e} after ten steps.")
    return difference
