"""Derivations for scenarios/."""

from math import pi, sqrt

from .common import bernoullis, cases, chain, once, total

cases("scenarios/set_event", {"q": once(0.1, 7), "q#2": once(0.1, 6)})
cases("scenarios/set_quantity_and_fact", {"r#2": 0.3 * 0.8 + 0.7 * 0.1})
cases("scenarios/set_choice", {"q": once(0.2, 11) / 4, "q in firm": once(0.2, 11)})
cases("scenarios/set_treaty", {"q": once(0.1, 11), "q series 2024-07-31": once(0.1, 6), "q#2": once(0.1, 12)})

# Cells by rain and the uniform u of `soaked`: below 0.1, 0.1 to 0.8, above. Weight 3 where the base is soaked.
cells = [(rain, band, p_rain * p_band) for rain, p_rain in ((True, 0.3), (False, 0.7))
         for band, p_band in ((0, 0.1), (1, 0.7), (2, 0.2))]
soaked = lambda rain, band: band == 0 or (rain and band == 1)
weighed = [(rain, band, p * (3 if soaked(rain, band) else 1)) for rain, band, p in cells]
whole = sum(w for _, _, w in weighed)
cases("scenarios/base_weights_kept", {
    "q": sum(w for r, b, w in weighed if soaked(r, b)) / whole,
    "q in dry": sum(w for r, b, w in weighed if soaked(False, b)) / whole,
    "q in wet": sum(w for r, b, w in weighed if soaked(True, b)) / whole,
    "q#2": sum(w for r, b, w in weighed if r) / whole,
})

seen = once(0.1, 6)
cases("scenarios/observed_base", {"q#2": once(0.1, 2) / seen, "q#2 in worse": once(0.2, 2) / seen})
cases("scenarios/rank_kept", {"q": 10 + 2 * sqrt(2 / pi), "q in other": 20 + 4 * sqrt(2 / pi)})
cases("scenarios/given_and_set", {"q#2": 0.18 / 0.26, "q#3": 0.9})


def base(state, k):
    helped, armed, early = state
    for (help_now, arm_now), w in bernoullis(
        0 if helped else (0.05 if armed else 0.15), 0 if armed else (0.3 if helped else 0.02)
    ):
        yield (helped or help_now, armed or arm_now, early or (arm_now and k <= 6)), w


def arming(state, k):
    helped, armed = state
    for (help_now,), w in bernoullis(0 if helped else (0.05 if armed else 0.15)):
        yield (helped or help_now, armed or k == 2), w


final = chain({(False, False, False): 1.0}, base, 12)[12]
made = chain({(False, False): 1.0}, arming, 12)[12]
cases("scenarios/instruments", {
    "q": total(final, lambda s: s[0]), "q in arming": total(made, lambda s: s[0]),
    "q#2": total(final, lambda s: s[0] and s[2]) / total(final, lambda s: s[2]),
})
