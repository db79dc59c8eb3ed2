"""Derivations for distributions/."""

import numpy as np
from scipy import stats

from .common import Z95, cases, expectation, logit_normal_mean, lognormal_of, solve_two

x = lognormal_of(10, 40)
cases("distributions/interval", {"q": x.mean(), "q#4": x.cdf(25), "q quantile p50": 20.0})
n = stats.norm(2, 6 / Z95)
b = solve_two(stats.beta, [(0.05, 0.2), (0.95, 0.6)], [6, 9])
cases("distributions/interval_families", {"q#3": n.cdf(5), "s": b.mean(), "t": x.mean()})
x = lognormal_of(10, 20, 0.8)
y = stats.norm(15, 5 / stats.norm.ppf(0.75))
cases("distributions/interval_mass", {"q": x.mean(), "r#3": y.sf(25)})
cases("distributions/chance_interval", {
    "q": logit_normal_mean(lambda p: p, 0.2, 0.6), "q#2": logit_normal_mean(lambda p: p, 0.05, 0.3, 0.8),
    "q#4": b.mean(), "q#5": 4 / 11,
})


def three_points(low, mid, high, p_low):
    """Mean and survival function of the shifted lognormal through p_low, 50% and 1 - p_low."""
    d, e, z = high - mid, mid - low, -stats.norm.ppf(p_low)
    if d == e:
        curve = stats.norm(mid, d / z)
        return curve.mean(), curve.sf
    s, r = np.log(d / e) / z, d / e - 1
    average = mid + d * (np.exp(s * s / 2) - 1) / r

    def survival(value):
        # x grows with Z for either sign of s: s and d/e - 1 change sign together.
        return stats.norm.sf(np.log(1 + (value - mid) * r / d) / s)

    return average, survival


x_mean, x_survival = three_points(8000, 10000, 14000, 0.1)
y_mean, y_survival = three_points(2, 8, 10, 0.1)
n_mean, n_survival = three_points(8, 10, 12, 0.1)
v_mean, v_survival = three_points(1, 2, 5, 0.05)
assert abs(x_survival(14000) - 0.1) < 1e-12 and abs(y_survival(10) - 0.1) < 1e-12
cases("distributions/three_points", {
    "q": x_mean, "q#5": x_survival(18000), "r": y_mean, "s#2": n_survival(13), "t": v_mean,
})
share = stats.beta(8, 4)
cases("distributions/n_of_m", {"q": 2 / 3, "q#2": share.sf(0.8), "q#3": 2 / 3})
window = stats.truncnorm(-1, 2)
cases("distributions/normal", {
    "q#2": stats.norm.sf(1), "s": np.sqrt(2 / np.pi), "s#2": 2 * stats.norm.sf(1),
    "t": window.mean(), "t#2": window.sf(1),
})


def lognormal_by_moments(average, sd):
    sigma = np.sqrt(np.log(1 + (sd / average) ** 2))
    return stats.lognorm(s=sigma, scale=average * np.exp(-sigma * sigma / 2))


x = lognormal_by_moments(10, 5)
cases("distributions/lognormal", {
    "q#2": x.sf(12), "r": np.exp(1 + 0.125), "s": lognormal_of(2, 8).mean(),
    "t": expectation(lambda value: value, x, 0, 12) / x.cdf(12),
})
# triangular(0, 3, 10): survival (10-x)^2 / (10 * 7); pert(1, 3, 11) is 1 + 10 Beta(1 + 4*2/10, 1 + 4*8/10).
cases("distributions/bounded", {
    "r": 13 / 3, "r#2": 16 / 70, "s#2": stats.beta(1.8, 4.2).sf(0.4), "t#2": stats.beta(2, 3).sf(0.5),
})
g = stats.gamma(4, scale=1.5)
h = solve_two(lambda a, scale: stats.gamma(a, scale=scale), [(0.05, 2), (0.95, 10)], [4, 1.3])
b = solve_two(stats.beta, [(0.05, 0.1), (0.95, 0.5)], [4, 9])
cases("distributions/positive", {
    "q#2": g.sf(8), "r#2": np.exp(-2), "s": h.mean(), "t": b.mean(),
})
cases("distributions/student", {"q#2": stats.t(5).sf(2), "q#3": stats.t(5).cdf(-1)})
cases("distributions/counts", {
    "q#2": stats.poisson(3.5).pmf(2), "q#3": stats.poisson(3.5).sf(4), "r#2": stats.binom(10, 0.4).sf(5),
})
cases("distributions/mixture", {
    "q#2": 0.7 * stats.norm(5, 2).sf(10) + 0.3,
    "r": (lognormal_of(1, 4).mean() + lognormal_of(10, 40).mean()) / 2,
})
cases("distributions/parameters", {
    "q#2": stats.norm(5, np.sqrt(13)).sf(8), "q#3": expectation(lambda p: (1 - p) ** 5, stats.beta(2, 3), 0, 1),
})
cases("distributions/words_on_facts", {"q#3": 0.325**2 + 0.25**2 / 12})
effect = 0.3 * (0.9 * 0.95 + 0.1 * 0.05) + 0.7 * (0.2 * 0.5 + 0.8 * 0.05)
liked = 0.2 * 0.1 + 0.3 * 0.4 + 0.5 * 0.7
cases("distributions/dependent_facts", {
    "q": effect, "q#2": 0.3 * (0.9 * 0.95 + 0.1 * 0.05) / effect, "q#3": 0.5 * 0.7 / liked,
})
