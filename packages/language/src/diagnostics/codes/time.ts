import type { CatalogueEntries } from "../entry.js";

/** The period, dates, windows and durations. */
export const timeCodes = {
  E0401: {
    title: "A date outside the period",
    meaning:
      "`by`, `at` and `between` name a step, and the period has none that holds this date. A month, quarter or year stands for its last day behind `by`, `at` and `and`.",
  },
  E0402: {
    title: "`by` or `at` where nothing is dated",
    meaning:
      "Rules read the state as each step finds it; checks and `moot` are read at every time point. Only asks and the record name dates with `by` and `at`.",
  },
  E0403: {
    title: "The period ends before it begins",
    meaning: "The first date is the beginning, the second the end.",
  },
  E0404: {
    title: "Too many steps",
    meaning: "A model may have 100,000 steps.",
  },
  E0405: {
    title: "A window that is over already",
    meaning:
      "`chance P by D` is spread over the steps after the one that holds `as of`. Where D lies before them no step is left.",
  },
  E0406: {
    title: "A number has no `by`",
    meaning: "What happens or holds can have done so by a date; a number has a value at one.",
  },
  E0407: {
    title: "A period is needed",
    meaning: "Without `period` the model has one time point and no steps. Rules with dates need steps.",
  },
  E0408: {
    title: "A duration that cannot be",
    meaning:
      "Durations are a number and a unit of time, `3 months`, or `1 to 3 months` where a range may stand.",
  },
  E0409: {
    title: "Dates in the wrong order",
    meaning: "The first date of a pair is the earlier one.",
  },
  E0410: {
    title: "Too large a model",
    meaning: "Steps times declarations are more than can be computed.",
  },
  E0413: {
    title: "An unknown step",
    meaning: "A period goes by day, week, month, quarter or year.",
  },
} as const satisfies CatalogueEntries;
