"""Derivations for events/."""

from scipy import integrate, stats

from .common import MONTH, YEAR, bernoullis, cases, chain, logit_normal_mean, mean, once, total

cases("events/rate_while", {"q": once(0.2, 4)})


def race(state, k):
    a, b = state
    for (hit_a, hit_b), w in bernoullis(0 if a or b else 0.1, 0 if a or b else 0.2):
        yield (a or hit_a, b or hit_b), w


final = chain({(False, False): 1.0}, race, 12)[12]
cases("events/competing", {
    "q": total(final, lambda s: s[0]), "q#2": total(final, lambda s: s[1]), "q#3": total(final, lambda s: s[0] and s[1]),
})
cases("events/by_date", {"q series 2024-02-29": 1 - 0.3 ** (2 / 6)})
cases("events/by_date_under_condition", {"q": 1 - 0.4**0.5, "q#2": (1 - 0.4**0.5) / 2})
cases("events/by_then", {"q series 2024-07-31": 1 - 0.7 * 0.95, "q": 1 - 0.7 * 0.95**6})
cases("events/between_then", {"q series 2024-03-31": 1 - 0.4**0.25, "q": 1 - 0.4 * 0.9**2})
cases("events/bare_chance", {"q#3": once(0.2, 8) * 0.5})
cases("events/on_day", {"q#3": 0.8**4, "q#4": 0.35 * 0.8**4})
cases("events/on_range", {
    "q series 2024-02-29": 20 / 60, "q series 2024-03-31": 51 / 60, "q#2 series 2024-02-29": 29 / 90,
    "q#2 series 2024-03-31": 60 / 90, "q#3 series 2024-02-29": 0.6 * 29 / 90,
})
cases("events/after", {
    "q series 2024-04-30": 1 / 3, "q series 2024-05-31": 2 / 3, "q#3 series 2024-04-30": 0.4 / 3,
})


def evenly(low, high, steps):
    """Chance that a delay even on low ... high is over within the given number of steps."""
    return min(1, max(0, (steps - low) / (high - low)))


cases("events/after_units", {
    "q series 2024-02-29": evenly(10, 70, MONTH), "q series 2024-03-31": evenly(10, 70, 2 * MONTH),
    "q#2 series 2024-02-29": evenly(14, 70, MONTH), "q#2 series 2024-03-31": evenly(14, 70, 2 * MONTH),
    "q#3 series 2024-02-29": 1 / 3, "q#4 series 2024-12-31": evenly(6, 18, 11),
})
cases("events/after_under_condition", {"q": 0.9**2, "q#2": 0.5 * 0.9**2})
late = sum(0.7 ** (k - 1) * 0.3 * evenly(1, 3, 6 - k) for k in range(1, 7))
cases("events/after_random_trigger", {"q": late, "q#2": late})
cases("events/repeats", {"q#2": stats.binom(10, 0.3).sf(3), "q#3": once(0.3, 5)})


def lasting(p, lengths):
    """Chain of an event that lasts: state (steps left, times fired, ever, months on). In the step in which it fires it
    has `length` steps to go; it is true at a close while any are left."""
    def step(state, k):
        left, fired, months = state
        if left > 0:
            yield (left - 1, fired, months + 1), 1.0
        else:
            yield (0, fired, months), 1 - p
            for length, w in lengths:
                yield (length, fired + 1, months), p * w
    return step


runs = chain({(0, 0, 0): 1.0}, lasting(0.3, [(2, 1.0)]), 10)
cases("events/lasts", {
    "q": total(runs[10], lambda s: s[0] > 0), "q series 2024-02-29": total(runs[2], lambda s: s[0] > 0),
    "q#2": once(0.3, 10), "q#3": mean(runs[10], lambda s: s[1]), "q#4": mean(runs[10], lambda s: s[2]),
})
runs = chain({(0, 0, 0): 1.0}, lasting(0.3, [(1, 1 / 3), (2, 1 / 3), (3, 1 / 3)]), 10)
shares = [evenly(10, 70, MONTH), evenly(10, 70, 2 * MONTH), 1.0]
strikes = chain(
    {(0, 0, 0): 1.0},
    lasting(0.2, [(1, shares[0]), (2, shares[1] - shares[0]), (3, 1 - shares[1])]),
    10,
)
cases("events/lasts_range", {
    "q": total(runs[10], lambda s: s[0] > 0), "q#2": mean(runs[10], lambda s: s[1]),
    "q#3": total(strikes[10], lambda s: s[0] > 0),
})


def until(state, k):
    on, fired = state
    if on:
        yield (False, fired), 0.3
        yield (True, fired), 0.7
    else:
        yield (True, fired + 1), 0.4
        yield (False, fired), 0.6


runs = chain({(False, 0): 1.0}, until, 10)
cases("events/until", {
    "q": total(runs[10], lambda s: s[0]), "q series 2024-02-29": total(runs[2], lambda s: s[0]),
    "q#2": once(0.4, 10), "q#3": mean(runs[10], lambda s: s[1]),
})
cases("events/happens_chain", {
    # second: in a step with chance 0.25 (first repeats); third only in the one step of second.
    "q": once(0.25, 6), "q#2": once(0.25, 6) * 0.8,
})


def over(distribution, low, high, f):
    return integrate.quad(lambda p: f(p) * distribution.pdf(p), low, high, epsabs=1e-13, epsrel=1e-12)[0]


cases("events/uncertain_rate", {
    "q": logit_normal_mean(lambda p: 1 - (1 - p) ** 6, 0.1, 0.4),
    "q series 2024-01-31": logit_normal_mean(lambda p: p, 0.1, 0.4),
    "q#2": logit_normal_mean(lambda p: p, 0.2, 0.6),
    "q#2 series 2024-03-31": logit_normal_mean(lambda p: 1 - (1 - p) ** 0.5, 0.2, 0.6),
    "q#3": over(stats.beta(2, 6), 0, 1, lambda p: 1 - (1 - p) ** 6),
    "q#4": over(stats.uniform(0.1, 0.2), 0.1, 0.3, lambda p: 1 - (1 - p) ** 6),
    "q#5": 4 / 12,
})


def scandal(state, k):
    out, fallen = state
    for (hit, falls), w in bernoullis(0 if out else 0.1, 0 if fallen else (0.3 if out else 0.05)):
        yield (out or hit, fallen or falls), w


final = chain({(False, False): 1.0}, scandal, 6)[6]
cases("events/state_dependent_chance", {
    "q": total(final, lambda s: s[1]),
    "q#2": over(stats.uniform(0.1, 0.2), 0.1, 0.3, lambda p: 1 - (1 - p / 2) ** 6),
})
cases("events/rare_hazard", {"q": once(1e-5, 3653 / YEAR)})
cases("events/small_daily_hazard", {"q": once(0.12, 366 / YEAR), "q series 2024-06-30": once(0.12, 182 / YEAR)})


def revolts(state, k):
    a, b, spread = state
    for (hit_a, hit_b), w in bernoullis(0 if a else 0.1, 0 if b else 0.2):
        yield (a or hit_a, b or hit_b, spread or (a and b)), w


final = chain({(False, False, False): 1.0}, revolts, 6)[6]
cases("events/per_actor", {
    "q": once(0.1, 6), "q#2": total(final, lambda s: s[0] and s[1]), "q#3": total(final, lambda s: s[2]),
})
cases("events/ask_when", {"q": once(0.25, 8)})
cases("events/chance_words", {
    "q#3": over(stats.uniform(0.2, 0.25), 0.2, 0.45, lambda p: 1 - (1 - p) ** 3),
})
