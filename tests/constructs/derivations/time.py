"""Derivations for time/."""

import numpy as np

from .common import MONTH, YEAR, cases, chain, once, total

cases("time/period_month", {
    "q": once(0.1, 12), "q series 2024-01-31": 0.1, "q series 2024-06-30": once(0.1, 6),
    "q#2": once(0.1, 3), "q#3": once(0.1, 4),
})
cases("time/period_quarter", {
    "q": once(0.05, 24), "q series 2024-03-31": once(0.05, 3), "q#2": once(0.05, 6),
})
cases("time/period_year", {
    "q": once(0.02, 60), "q series 2024-12-31": once(0.02, 12), "q#2": once(0.02, 24), "q#3": once(0.15, 3),
})
cases("time/period_day", {
    "q": once(0.3, 91 / MONTH), "q series 2024-01-31": once(0.3, 31 / MONTH),
    "q#2": once(0.3, 60 / MONTH), "q#3": once(0.95, 91 / YEAR),
})
cases("time/period_week", {
    "q": once(0.6, 27 * 7 / YEAR), "q series 2024-01-07": once(0.6, 7 / YEAR),
    "q series 2024-07-07": once(0.6, 27 * 7 / YEAR), "q#2": once(0.6, 5 * 7 / YEAR),
})
cases("time/period_mid_month", {
    "q": once(0.1, 6), "q series 2024-02-14": 0.1, "q series 2024-07-14": once(0.1, 6),
    "q#2": once(0.1, 3), "q#3": once(0.1, 2),
})
cases("time/period_end_of_month", {"r": once(0.1, 4), "r series 2024-05-30": once(0.1, 4)})
cases("time/rate_conversions", {
    "q": once(0.002, 6 * MONTH), "q#2": once(0.02, 6 * MONTH / 7), "q#3": once(0.08, 6),
    "q#4": once(0.3, 2), "q#5": once(0.7, 0.5),
})
cases("time/rates_of_stocks", {"q#2": 6 * MONTH, "q#3": 6 * MONTH / 7})

state = np.array([1.0, 2.0])
for _ in range(6):
    state = np.array([state[0] + state[1], state[1] + state[0] / 2])
cases("time/opening_stocks", {"q": state[0], "q#2": state[1]})

cases("time/by_and_at", {
    "q": once(0.2, 6) * 0.9**6, "q#2": once(0.2, 3) * 0.9**6, "q#3": 1 - 0.72**2,
    "q#4": 0.8**3 * once(0.1, 6), "q#5": 1 - 0.8 * 0.9**4,
})

# State: position, highest and lowest of the walk so far.
walk = chain(
    {(0, 0, 0): 1.0},
    lambda s, k: [((s[0] + d, max(s[1], s[0] + d), min(s[2], s[0] + d)), 0.5) for d in (1, -1)],
    8,
)
cases("time/comparison_by", {
    "q": total(walk[8], lambda s: s[1] >= 2), "q#2": total(walk[8], lambda s: s[0] >= 2),
    "q#3": total(walk[3], lambda s: s[2] < 0),
})
cases("time/default_date", {
    "q": once(0.2, 6), "q#2": once(0.2, 3) / once(0.2, 6), "r": once(0.2, 4) * once(0.1, 4),
})
cases("time/windows_in_rules", {
    "q": once(0.1, 6), "q#2": once(0.1, 3), "q#3": once(0.1, 3), "q#2 series 2024-06-30": once(0.1, 3),
})
cases("time/before_the_period", {"q#3": once(0.1, 6)})
cases("time/as_of_spreads_chances", {
    "q series 2024-06-30": 1 - 0.4 ** (3 / 6), "q#2 series 2024-02-29": 1 - 0.4 ** (1 / 3),
})


def posterior(prior, ratio):
    odds = prior / (1 - prior) * ratio
    return odds / (1 + odds)


cases("time/as_of_leaves_out", {
    "q": posterior(0.3, 17 / 3), "q#2": posterior(0.4, 3), "q#4": once(0.2, 2),
})
cases("time/as_of_period_edges", {"q series 2024-07-31": 1 - 0.6 * 0.9})
