import type { CatalogueEntries } from "../entry.js";

/** Distributions and words of probability. */
export const distributionCodes = {
  E0601: {
    title: "A distribution needs a name",
    meaning:
      "Inside an expression it is not said when a distribution is drawn. A `quantity` is drawn once in a run, a `shock` afresh in every step.",
  },
  E0602: {
    title: "The ends of a range",
    meaning: "The lower end stands first, and a percent sign behind each end.",
  },
  E0603: {
    title: "A range that cannot be lognormal",
    meaning: "`A to B` is lognormal where A is above 0. Otherwise say `as normal` or another family.",
  },
  E0604: {
    title: "The ends of a chance",
    meaning:
      "A range of a chance is logit-normal, or a beta where that is said, and reaches neither 0% nor 100%. `as uniform` spreads it evenly, ends included.",
  },
  E0605: {
    title: "A range beyond 0% to 100%",
    meaning: "A chance lies between. Often the percent signs are missing.",
  },
  E0606: {
    title: "An unknown family",
    meaning: "A range can be normal, lognormal, uniform or beta.",
  },
  E0607: {
    title: "Parameters of a family",
    meaning:
      "Each parameter stands once, by position or by name. The spread is always sd, the standard deviation.",
  },
  E0608: {
    title: "A parameter out of its range",
    meaning: "The family has no distribution with this parameter.",
  },
  E0609: {
    title: "Percentiles",
    meaning:
      "Three-point ranges take pX, p50 and p(100 − X), rising. Families that take two percentiles take them as numbers, rising.",
  },
  E0610: {
    title: "Cases",
    meaning: "`n of m` counts in whole numbers, and n is no more than m.",
  },
  E0611: {
    title: "The mass of an interval",
    meaning: "`80% interval A to B` holds more than 0% and less than 100%.",
  },
  E0612: {
    title: "A distribution on a fixed scale",
    meaning:
      "Beta, Poisson and binomial distributions and counted cases have no unit to convert from. Say them in the unit that is declared.",
  },
  E0613: {
    title: "Nothing is left",
    meaning: "The bounds of `at least` and `at most` leave nothing of the distribution.",
  },
  W0614: {
    title: "Weights that do not add up",
    meaning: "The weights of a mixture count in proportion.",
  },
  E0615: {
    title: "A word that the scale lacks",
    meaning:
      "Each scale has its own words of probability: icd203, phia and kent. `words` under `situation` chooses the scale.",
  },
  E0616: {
    title: "A range without width",
    meaning: "Both ends are the same. One number is written once.",
  },
  W0617: {
    title: "A subtraction that looks like a range",
    meaning:
      "Between two written numbers a hyphen subtracts: `8k-12k` is −4,000. A range is written with `to`, as in `8k to 12k`.",
  },
} as const satisfies CatalogueEntries;
