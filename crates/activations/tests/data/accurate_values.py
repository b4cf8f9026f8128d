"""Writes accurate_values.txt: sigmoid, tanh and their slopes, to a thousandth of the last place.

    pip install mpmath && python accurate_values.py > accurate_values.txt

A line is an input and four results: the bits of the nearest f64 in hexadecimal, then by how many
thousandths of its last place the exact value lies above it.
"""

import random
import struct

from mpmath import exp, frexp, ldexp, log, mp, mpf, tanh

mp.prec = 1400  # 1 - tanh(z)^2 loses 2 z / ln 2 bits


def bits(x):
    return struct.unpack("<Q", struct.pack("<d", x))[0]


def nearest(x):
    """The bits of the f64 nearest to x >= 0, and what is missing in thousandths of its last place."""
    if x == 0:
        return "0000000000000000 0"
    last_place = max(frexp(x)[1] - 53, -1074)
    units = ldexp(x, -last_place)
    whole = int(units + mpf(1) / 2)
    return f"{bits(float(ldexp(mpf(whole), last_place))):016x} {int(mp.nint((units - whole) * 1000))}"


def signed(x):
    text = nearest(abs(x))
    if x >= 0:
        return text
    head, rest = text.split()
    return f"{int(head, 16) | 1 << 63:016x} {-int(rest)}"


def line(z):
    x = mpf(z)
    sigmoid = 1 / (1 + exp(-x))
    sigmoid_slope = exp(-abs(x)) / (1 + exp(-abs(x))) ** 2
    tanh_slope = 4 * exp(-2 * abs(x)) / (1 + exp(-2 * abs(x))) ** 2
    results = [sigmoid, sigmoid_slope, tanh(x), tanh_slope]
    return f"{bits(z):016x} " + " ".join(signed(result) for result in results)


def inputs():
    draw = random.Random(5)
    yield 0.0
    for exponent in list(range(-1074, -20, 62)) + list(range(-60, 1)):
        yield ldexp_float(draw.uniform(1, 2), exponent)
    # Both sides of where the reduction goes over to the next power of two.
    for k in list(range(24)) + [30, 40, 52, 53, 54, 100, 500, 1020, 1021, 1022, 1023]:
        for unit in (1, 2):
            edge = float((k + mpf(1) / 2) * log(2) / unit)
            yield from (edge, edge * (1 - 1e-9), edge * (1 + 1e-9))
    # Where functions become flat, and where results become subnormal and then 0.
    for middle in (18.7, 19.06, 20, 36.7, 37, 40, 354.2, 372.5, 373.2, 708.4, 709.8, 744.4, 745.13):
        for _ in range(6):
            yield middle + draw.uniform(-0.6, 0.6)
    for low, high, count in ((0, 0.2, 80), (0.15, 0.6, 160), (0, 3, 200), (1, 8, 220), (5, 40, 120),
                             (30, 760, 80)):
        for _ in range(count):
            yield draw.uniform(low, high)


def ldexp_float(mantissa, exponent):
    return float(ldexp(mpf(mantissa), exponent))


for z in inputs():
    print(line(z))
    print(line(-z))
