"""Derivations for evidence/: the closed form of the evidence model, quadrature for reports of numbers."""

import numpy as np
from scipy import integrate, stats

from .common import Z95, cases, logit_normal_mean, lognormal_of, once

ACCURACY = dict(A=0.95, B=0.85, C=0.70, D=0.55, E=0.50, F=0.60)
CHANNEL = dict(A=(0.95, 0.02), B=(0.90, 0.05), C=(0.85, 0.10), D=(0.75, 0.25), E=(0.60, 0.50), F=(0.80, 0.15))


def relay(grade):
    """A report that relays the origin's act through the channel of a grade."""
    return (1.0, CHANNEL[grade], (0.0, 0.0))


def shared(grade, c):
    """A report that with chance c relays the origin and else observes for itself, at its own grade."""
    return (c, CHANNEL[grade], (ACCURACY[grade], 1 - ACCURACY[grade]))


def ratio(origin, reports=(), held=True, power=1.0, denies=False):
    """Likelihood ratio of a group; a report is (c, (h, f), (a, b))."""
    accuracy = ACCURACY[origin] if isinstance(origin, str) else origin
    def likelihood(c_holds):
        asserts = accuracy if c_holds != denies else 1 - accuracy
        whole = 0.0
        for act in (True, False):
            if held and not act:
                continue
            term = asserts if act else 1 - asserts
            for c, (h, f), (a, b) in reports:
                own = a if c_holds != denies else b
                term *= c * (h if act else f) + (1 - c) * own
            whole += term
        return whole
    return (likelihood(True) / likelihood(False)) ** power


def posterior(prior, *ratios):
    odds = prior / (1 - prior) * np.prod(ratios)
    return odds / (1 + odds)


B, C = ratio("B"), ratio("C")
cases("evidence/t2_relay", {
    f"q{'' if i == 0 else '#' + str(i + 1)}": posterior(0.5, ratio("B" if g == "B" else "C", [relay(g)], held=False))
    for i, g in enumerate("BACDEF")
})
unseen = lambda n: posterior(0.5, ratio("B", [relay("B")] * n, held=False))
cases("evidence/t3_relays", {"q": unseen(10), "q#2": unseen(3), "q#3": unseen(2)})
cases("evidence/t3_hundred_relays", {"q": unseen(100)})
cases("evidence/same_source_counts_once", {"q": unseen(1), "q#2": unseen(2)})
cases("evidence/t4_independent", {"q": posterior(0.5, B, B), "q#2": posterior(0.5, C, C, C)})
cases("evidence/t5_sharing", {
    f"q{'' if i == 0 else '#' + str(i + 1)}": posterior(0.5, ratio("B", [shared("B", c)]))
    for i, c in enumerate((0, 0.25, 0.5, 0.8, 1))
})
cases("evidence/t6_denial", {"q#3": posterior(0.5, ratio("B", [relay("B")], held=False, denies=True))})
cases("evidence/t8_low_prior", {"q": posterior(0.05, B, B)})
half_b = posterior(0.5, B**0.5)
cases("evidence/t9_half_weight", {"q": half_b, "q#2": half_b, "q#3": half_b})
pair = ratio("B", [shared("B", 0.5)])
t10 = posterior(0.2, C**0.5, pair)
cases("evidence/t10_corroborated", {
    "q": posterior(0.2, C**0.5), "q#2": t10, "q#3": posterior(0.2, C**0.5, pair**0.5),
})
cases("evidence/t11_independent_corroborators", {"q": posterior(0.2, C**0.5, B, B)})
cases("evidence/t12_press_relays", {"q": t10})
third_c = ratio("C", [relay("B")], held=False, power=0.5)
third_pair = ratio("B", [relay("B"), shared("B", 0.5)], held=False)
cases("evidence/t13_third_party", {"q": posterior(0.2, third_c), "q#2": posterior(0.2, third_c, third_pair)})
cases("evidence/t14_five_outlets", {"q": posterior(0.2, ratio("C", [relay("B")] * 5, held=False))})
cases("evidence/origin_none", {"q#2": posterior(0.5, B, B)})
cases("evidence/origin_relay", {"q#2": posterior(0.5, ratio("B", [relay("B"), relay("C")], held=False))})
cases("evidence/origin_sharing_in_a_paper", {"q": posterior(0.5, third_pair)})
cases("evidence/order_is_nothing", {"q": posterior(0.5, pair), "q#2": t10})
cases("evidence/forecast", {"q": posterior(0.4, B**0.5), "q#2": posterior(0.4, B), "q#3": posterior(0.4, B)})
by = lambda n: once(0.2, n)
whole = 0.85 * by(3) + 0.15 * (1 - by(3))
cases("evidence/event_by_date", {
    "q": 0.85 * by(3) / whole, "q#2": (0.85 * by(3) + 0.15 * (by(6) - by(3))) / whole, "q#3": 0.85 * by(1) / whole,
})
prior = 0.5 * 0.6
compound = 0.85 * prior + 0.15 * (1 - prior)
cases("evidence/compound_proposition", {
    "q": (0.85 * prior + 0.15 * 0.5 * 0.4) / compound, "q#2": 0.15 * 0.4 / compound, "q#3": posterior(0.5, 1 / C),
})
cases("evidence/later_than_as_of", {"q#4": posterior(0.5, B, C)})
cases("evidence/grades_replaced", {
    "q#2": (0.8 * 0.85 + 0.2 * 0.1) / (0.8 * 0.85 + 0.2 * 0.1 + 0.2 * 0.85 + 0.8 * 0.1),
    "q#3": posterior(0.5, 4**0.4),
})
cases("evidence/grades_drawn", {"q#2": 0.85**2 + 0.85 * 0.15 / 21})
p = logit_normal_mean(lambda value: value, 0.2, 0.6)
cases("evidence/prior_uncertain", {"q": posterior(p, B)})
both = {(c, e): (0.3 if c else 0.7) * ((0.9 if c else 0.2) if e else (0.1 if c else 0.8)) * (0.85 if e else 0.15)
        for c in (1, 0) for e in (1, 0)}
whole = sum(both.values())
# Without the cause the effect needs its uniform below 0.2: of the base's runs all those without cause and effect, and
# 0.2 / 0.9 of those with both.
cases("evidence/what_depends", {
    "q": (both[1, 1] + both[1, 0]) / whole, "q#2": (both[1, 1] + both[0, 1]) / whole,
    "q#2 in stopped": (both[0, 1] + both[1, 1] * 0.2 / 0.9) / whole,
})


def report(low, high, accuracy):
    """q and N of a numeric report: a 90% interval, in logs where the lower end is above 0."""
    f = np.log if low > 0 else (lambda value: value)
    m, s = (f(low) + f(high)) / 2, (f(high) - f(low)) / (2 * Z95)
    positive = low > 0
    def n(value):
        if positive and value <= 0:
            return 0.0
        return float(np.exp(-0.5 * ((f(value) - m) / s) ** 2))
    return max(0.0, 2 * accuracy - 1), n


def updated(prior, low, high, reports, values, cuts, power=1.0):
    """Posterior expectations of `values` after numeric reports, by piecewise quadrature over the prior."""
    edges = [low, *sorted(cuts), high]
    def integral(g):
        return sum(
            integrate.quad(lambda x: g(x) * prior.pdf(x), a, b, epsabs=1e-14, epsrel=1e-12, limit=300)[0]
            for a, b in zip(edges, edges[1:])
        )
    means = [integral(n) for _, n in reports]
    def weight(x):
        product = 1.0
        for (q, n), average in zip(reports, means):
            product *= (q * n(x) + (1 - q) * average) ** power
        return product
    whole = integral(weight)
    return [integral(lambda x: value(x) * weight(x)) / whole for value in values]


cuts = [4000, 8000, 10000, 10500, 11000, 11250, 11500, 11750, 12000, 12500, 13000, 16000, 30000]
got = updated(lognormal_of(4000, 16000), 1, 400000, [report(11000, 12000, 0.85)], [
    lambda x: x, lambda x: float(x > 10000), lambda x: float(x > 12000),
], cuts)
cases("evidence/numeric_report", {"q": got[0], "q#2": got[1], "q#3": got[2]})

ten, steps, same = stats.uniform(0, 10), [float(v) for v in np.arange(0.5, 10, 0.5)], [lambda x: x]
cases("evidence/numeric_report_variants", {
    "q": updated(stats.norm(0, 10), -120, 120, [report(-2, 12, 0.85)], same, [float(v) for v in range(-40, 41, 2)])[0],
    "q#2": updated(ten, 0, 10, [report(6, 8, 0.95)], same, steps, power=0.5)[0],
    "q#3": updated(ten, 0, 10, [report(6, 8, 0.85), report(5, 7, 0.70)], same, steps)[0],
    "q#4": updated(ten, 0, 10, [report(6, 8, 0.70)], same, steps)[0],
})
cases("evidence/numeric_no_weight", {"q#2": updated(ten, 0, 10, [report(8, 9, 0.55)], same, steps)[0]})
level = updated(stats.uniform(3, 10), 3, 13, [report(8, 10, 0.85)], same, [v + 3 for v in steps])[0]
cases("evidence/numeric_on_a_stock", {"q": level, "q#2": level + 3})

held_pair = posterior(0.2, C, pair)
cases("evidence/held_and_relayed", {
    "q#2": posterior(0.5, ratio("B", [relay("B")], held=False), ratio("B", [relay("B")], held=False)),
})
cases("evidence/retracting", {
    "q": held_pair, "q without p1": held_pair,
    "q without w0": posterior(0.2, ratio("C", [relay("B")] * 2, held=False)),
    "q without s1": posterior(0.2, ratio("C", [relay("B")] * 2, held=False)),
    "q without w0,p1": posterior(0.2, ratio("C", [relay("B")], held=False)),
})
cases("evidence/other_propositions", {
    "q": posterior(0.25, B), "q#2": posterior(5 / 16, B), "q#3": posterior(0.4, 1 / C),
})
