"""Derivations for treaties/, exchanges/ and setting/."""

from scipy import stats

from .common import MONTH, cases, chain, logit_normal_mean, lognormal_of, once, total, bernoullis

cases("treaties/honoured_within", {
    "q#3 series 2024-05-31": 0.6 * MONTH / 70, "q#3 series 2024-06-30": 0.6 * 2 * MONTH / 70,
})
cases("treaties/honoured_by_event", {
    "q series 2024-04-30": once(0.2, 4), "q series 2024-06-30": once(0.2, 6),
    "q series 2024-07-31": once(0.2, 7), "q#2 series 2024-07-31": 0.8**7,
})
cases("treaties/uncertain_honoured", {
    "q#3": logit_normal_mean(lambda p: p, 0.2, 0.6), "q#4": logit_normal_mean(lambda p: p * p, 0.2, 0.6),
})
cases("treaties/in_force_by_event", {"q#3": once(0.2, 8), "q#4": once(0.2, 7)})
cases("treaties/until", {"q#4": 0.9**6, "q#5": 0.9**6})
cases("treaties/obligation_feeds_rules", {"q#3": 0.4 * once(0.5, 2)})


def repayments(state, k):
    count, alarm = state
    sounds = alarm or count >= 2
    for (money,), w in bernoullis(0.5 if k in (1, 4, 7, 10) else 0):
        yield (count + money, sounds), w


final = chain({(0, False): 1.0}, repayments, 12)[12]
cases("exchanges/by_choice", {"q#2": total(final, lambda s: s[0] >= 3), "q#3": total(final, lambda s: s[1])})
worth = lognormal_of(3000, 9000)
cases("exchanges/uncertain_value", {"q": 60 * worth.mean(), "q#2": worth.sf(5000)})

cases("treaties/in_force_when_until_day", {
    "q series 2024-05-31": once(0.2, 4), "q series 2024-06-30": once(0.2, 5), "q#3": once(0.2, 5),
})
cases("setting/provenance_everywhere", {"q": once(0.1, 6)})
