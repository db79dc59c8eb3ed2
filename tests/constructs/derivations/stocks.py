"""Derivations for stocks/."""

import numpy as np
from scipy import integrate, stats

from .common import bernoullis, cases, chain, mean, once, total

# The lump of June leaves the front in the same step as the flow: both read the opening.
cases("stocks/moves", {"q": 1000 * 0.9**6 - 50, "q#2": 1000 * (1 - 0.9**6)})

coal = [20.0]
for k in range(1, 9):
    coal.append(coal[-1] * 0.8 + (10 if k <= 3 else 0))
cases("stocks/loses", {"q": coal[8], "q series 2024-03-31": coal[3]})


def held(level, k):
    for (up, down), w in bernoullis(0.3, 0.2):
        yield min(3, max(0, level + up - down)), w


final = chain({1: 1.0}, held, 12)[12]
cases("stocks/bounds_within", {"q": mean(final, lambda s: s), "q#2": total(final, lambda s: s == 3)})
cases("stocks/uncertain_start", {"q": 5 * 1.5**3, "q#2": (8 - 20.25 / 1.5**3) / 6})
cases("stocks/shock", {"q#2": stats.norm.sf(1 / 1.5), "q#3": 0.25 * 9})
cases("stocks/shock_per_month", {
    "q": stats.norm.sf(1 / (0.5 * np.sqrt(12))), "q#2": stats.norm.sf(1 / np.sqrt(2)), "q#3": 4.0,
})

# The walk stays at or below 1 at three closes: integrate out the third step, then the second, then the first.
phi = stats.norm.pdf
stay, _ = integrate.dblquad(
    lambda y, x: phi(x) * phi(y - x) * stats.norm.cdf(1 - y), -9, 1, -18, 1, epsabs=1e-12, epsrel=1e-12
)
cases("stocks/shock_path", {"q": 1 - stay, "q#3": 1.01**3})
cases("stocks/lump_by_if", {"q": 10 + 40 * once(0.3, 6), "q#2": once(0.3, 3)})
