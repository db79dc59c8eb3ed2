"""Derivations for expressions/ and units/."""

from math import exp, log, sqrt

import numpy as np
from scipy import integrate

from .common import MONTH, YEAR, bernoullis, cases, chain, lognormal_of, once, total

cases("expressions/functions", {"q#4": exp(2), "q#5": log(2), "q#6": sqrt(2), "q#10": 1 / (1 + exp(-2))})
cases("expressions/logic", {
    "q": 0.5 + 0.5 * 0.4 * 0.7, "q#2": (1 - 0.5 * 0.6) * 0.7, "q#3": 0.5 * 0.4, "q#4": 1 - 0.5 * 0.4,
})
cases("expressions/if_then_else", {"q#4": (10 * log(10) - 10 + 1) / 10})
a, b, c = once(0.1, 3), once(0.2, 3), once(0.3, 3)
outcomes = bernoullis(a, b, c)
cases("expressions/aggregates", {
    "q#2": a + b + c, "q#3": 1 - (1 - a) * (1 - b) * (1 - c), "q#4": a * b,
    "q#5": sum(w for o, w in outcomes if sum(o) >= 2),
})
cases("expressions/no_value", {"q#8": once(0.2, 3)})


def storm_flood(state, k):
    storm, flood = state
    for (s, f), w in bernoullis(0 if storm else 0.1, 0 if flood else (0.3 if storm else 0.05)):
        yield (storm or s, flood or f), w


cases("expressions/continued_lines", {
    "q": total(chain({(False, False): 1.0}, storm_flood, 3)[3], lambda s: s[1]),
})

cases("units/conversions", {"q#2": 2 * MONTH + 7, "q#3": 365242.5 / YEAR})
cases("units/rates_in_stocks", {"q": 300 * MONTH + 1000})
cases("units/chance_units", {
    "q": integrate.quad(lambda p: (1 - (1 - p) ** 0.5) / 0.4, 0.2, 0.6, epsabs=1e-14)[0],
})
contingent, worth = lognormal_of(4000, 16000), lognormal_of(3000, 9000)
cases("units/interval_units", {"q": contingent.mean(), "q#3": contingent.mean() * worth.mean()})
