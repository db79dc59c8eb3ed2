"""What the derivations share: constants of the calendar, the register of cases and small numerical tools."""

import numpy as np
from scipy import integrate, optimize, special, stats

YEAR = 365.2425
MONTH = YEAR / 12
WEEK = 7.0
Z95 = stats.norm.ppf(0.95)

CASES = {}


def cases(name, numbers):
    """Register the numbers of a model under the expectations' own words ("q#2 series 2024-03-31")."""
    CASES[name] = {key: float(value) for key, value in numbers.items()}


def once(p, n):
    """Chance that an event of constant chance p a step has happened within n steps."""
    return 1 - (1 - p) ** n


def lognormal_of(low, high, mass=0.9):
    """The frozen lognormal with the given central mass between two ends."""
    z = stats.norm.ppf(0.5 + mass / 2)
    mu = (np.log(low) + np.log(high)) / 2
    sigma = (np.log(high) - np.log(low)) / (2 * z)
    return stats.lognorm(s=sigma, scale=np.exp(mu))


def logit_normal_mean(f, low, high, mass=0.9):
    """E f(p) for logit p normal with the given mass between two ends."""
    z = stats.norm.ppf(0.5 + mass / 2)
    a, b = special.logit(low), special.logit(high)
    m, s = (a + b) / 2, (b - a) / (2 * z)
    value, _ = integrate.quad(
        lambda x: f(special.expit(m + s * x)) * stats.norm.pdf(x), -12, 12, epsabs=1e-13, epsrel=1e-13
    )
    return value


def expectation(f, distribution, low, high, points=None):
    """E f(X) by quadrature of the density between two ends."""
    value, _ = integrate.quad(
        lambda x: f(x) * distribution.pdf(x), low, high, epsabs=1e-13, epsrel=1e-12, limit=500, points=points
    )
    return value


def chain(start, step, n):
    """Exact recursion: `start` a dict of state to chance, `step(state, k)` the pairs (state, chance) after step k.

    Gives the list of dicts at t_0 ... t_n.
    """
    history = [dict(start)]
    for k in range(1, n + 1):
        after = {}
        for state, weight in history[-1].items():
            for new, chance in step(state, k):
                if chance:
                    after[new] = after.get(new, 0.0) + weight * chance
        history.append(after)
    return history


def total(states, holds):
    """Chance of the states in which `holds`."""
    return sum(weight for state, weight in states.items() if holds(state))


def mean(states, value):
    """Expectation of `value` over the states."""
    return sum(weight * value(state) for state, weight in states.items())


def bernoullis(*chances):
    """All outcomes of independent trials with their chances."""
    outcomes = [((), 1.0)]
    for p in chances:
        outcomes = [(o + (hit,), w * (p if hit else 1 - p)) for o, w in outcomes for hit in (True, False)]
    return outcomes


def solve_two(family, targets, start):
    """Parameters (both positive) of a two-parameter family through two percentiles."""
    (q1, x1), (q2, x2) = targets
    def gap(logs):
        d = family(*np.exp(logs))
        return [d.cdf(x1) - q1, d.cdf(x2) - q2]
    found = optimize.root(gap, np.log(start), tol=1e-13)
    assert np.abs(gap(found.x)).max() < 1e-10
    return family(*np.exp(found.x))
