"""Derivations for knowledge/ and asks/."""

import numpy as np
from scipy import integrate, optimize, stats

from .common import Z95, bernoullis, cases, chain, once, total


def posterior(prior, ratio):
    odds = prior / (1 - prior) * ratio
    return odds / (1 + odds)


# State: step of the storm, step of the flood (0: not yet); the flood only after the storm.
def storm_then_flood(state, k):
    storm, flood = state
    for (s, f), w in bernoullis(0 if storm else 0.1, 0.2 if storm and not flood else 0):
        yield (k if s else storm, k if f else flood), w


year = chain({(0, 0): 1.0}, storm_then_flood, 12)[12]
by = lambda when, k: 0 < when <= k
cases("knowledge/given", {
    "q": once(0.1, 6),
    "q#2": total(year, lambda s: by(s[0], 6) and s[1]) / total(year, lambda s: s[1]),
    "q#4": total(year, lambda s: by(s[0], 6) and s[1] > 6)
    / total(year, lambda s: by(s[0], 6) and not by(s[1], 6)),
})
cases("knowledge/observed_fact", {"q": 0.2 / 0.44, "q#2": 0.06 / 0.44})


def survive(n):
    """E (1-p)^n, p uniform on 0.05 ... 0.25."""
    return (0.95 ** (n + 1) - 0.75 ** (n + 1)) / (n + 1) / 0.2


weighed = integrate.quad(lambda p: p * (1 - p) ** 6 / 0.2, 0.05, 0.25, epsabs=1e-14)[0]
cases("knowledge/observed_event", {
    "q": 1 - survive(9) / survive(6), "q#2": weighed / survive(6), "q#3": 0.125 / 0.5,
})
storm3, storm6 = once(0.1, 3), once(0.1, 6)
norm = 1 + 1.5 * storm3
cases("knowledge/evidence_favours", {
    "q": posterior(0.2, 3), "q#2": posterior(0.2, 6), "q#3": posterior(0.4, 1 / 4),
    "q#4": (2.5 * storm3 + (storm6 - storm3)) / norm,
})

# Iterated proportional fitting of the table rain x flood.
table = np.array([[0.2 * 0.8, 0.2 * 0.2], [0.8 * 0.1, 0.8 * 0.9]])
for _ in range(2000):
    table *= (np.array([0.5, 0.5]) / table.sum(axis=1))[:, None]
    table *= (np.array([0.4, 0.6]) / table.sum(axis=0))[None, :]
cases("knowledge/believe_two", {"q#3": table[0, 0]})
cases("knowledge/believe_dated", {"q#2": 0.8 * storm3 / storm6, "q#3": 0.8 + 0.2 * once(0.1, 3)})

p = {(r, f): (0.3 if r else 0.7) * (0.8 if r else 0.6) * (17 / 3 * 2 if r else 1)
     * ((0.8 if r else 0.1) if f else (0.2 if r else 0.9)) for r in (1, 0) for f in (1, 0)}
whole = sum(p.values())
cases("knowledge/all_together", {
    "q": (p[1, 1] + p[1, 0]) / whole, "q#2": (p[1, 1] + p[0, 1]) / whole, "q#3": p[1, 1] / (p[1, 1] + p[0, 1]),
})


def numeric(q, low, high, logs=True):
    """The likelihood N of a numeric report and its q."""
    f = np.log if logs else (lambda x: x)
    m, s = (f(low) + f(high)) / 2, (f(high) - f(low)) / (2 * Z95)
    return lambda x: np.exp(-0.5 * ((f(x) - m) / s) ** 2)


n = numeric(0.85, 12, 14)
quad = lambda g: integrate.quad(g, 10, 20, epsabs=1e-13, epsrel=1e-12, limit=400, points=[11, 12, 13, 14, 15])[0]
mean_n = quad(lambda x: n(x) / 10)
weight = lambda x: (0.7 * n(x) + 0.3 * mean_n) / 10
cases("knowledge/counted_twice", {"q": quad(lambda x: x * weight(x)) / quad(weight)})

# asks/
red = posterior(0.2, 7 / 3)
cases("asks/categories", {
    "q category red": red, "q category blue": (1 - red) * 0.3 / 0.8, "q category green": (1 - red) * 0.5 / 0.8,
    "s category red": 0.2 / 0.5,
})
cases("asks/moot", {
    "q": once(0.1, 12), "q moot": sum(0.2 * 0.8 ** (k - 1) * 0.9**k for k in range(1, 12)), "r moot": once(0.2, 5),
})
count = stats.binom(4, 0.25)
cases("asks/given_on_values", {
    "q#2": 1 / (1 - 0.75**4),
    # exactly one storm in four steps, and it in the first two
    "q#3": 2 * 0.25 * 0.75**3 / once(0.25, 2),
})
cases("asks/when_conditions", {"q": once(0.35, 10)})
cases("asks/no_diagnostics", {"q": once(0.3, 6)})
