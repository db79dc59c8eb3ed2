"""Derivations for choices/."""

import numpy as np
from scipy import stats

from .common import cases, expectation, lognormal_of, once

cases("choices/every_step", {"q": once(0.25, 6), "q#5": stats.binom(6, 0.25).sf(2)})
cases("choices/every_three_months", {"q#2": once(0.4, 2)})
# Last is a (1/2) and not all five are a.
cases("choices/stands_at_changes", {"q": 0.5 - 0.5**5, "q#2": 0.5 * 0.8**4})
cases("choices/negative_weights", {"q": (1 - np.log(2)) / 2})
w = lognormal_of(1, 4)
cases("choices/uncertain_weight", {
    "q": expectation(lambda x: x / (x + 2), w, 0, 400, points=[1, 2, 4, 20]),
    "q#2": expectation(lambda x: (x / (x + 2)) ** 2, w, 0, 400, points=[1, 2, 4, 20]),
})
cases("choices/weights_that_move", {"q": 1 - 3 / 4 * 3 / 5 * 3 / 6, "q#3": 1 / 4 + 2 / 5 + 3 / 6})
cases("choices/per_actor", {"q#2": 1 - 0.7 * 0.6})
cases("choices/given_the_option", {"q": 0.4 * 0.75 / (0.4 * 0.75 + 0.6 * 0.2), "q#3": 0.4 * 0.75 + 0.6 * 0.2})
