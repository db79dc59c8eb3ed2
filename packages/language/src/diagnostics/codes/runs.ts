import type { CatalogueEntries } from "../entry.js";

/** What only a run can find out. */
export const runCodes = {
  E0930: {
    title: "no run agrees with what is known",
    meaning:
      "The observations and reports leave no run of any weight: taken together they say something that the model holds to be impossible. Look at the item named; it, or the rule behind it, must give way.",
  },
  E0931: {
    title: "a check does not hold",
    meaning:
      "A `check` says what must hold in every run at every time. It failed in some; the first run and its date are named.",
  },
  E0932: {
    title: "a scenario goes round in a circle",
    meaning:
      "What a scenario sets reads something that, in this scenario, follows from it in turn. Inside `set Q = …` only Q itself is its base value; every other name is what it is in the scenario.",
  },
  W0930: {
    title: "a chance left 0 to 1",
    meaning:
      "In some runs the expression behind a chance came out below 0 or above 1. It counts as the nearer end there. Bound it with `clamp(x, 0, 1)` or `logistic(x)`.",
  },
  W0931: {
    title: "a weight fell below zero",
    meaning:
      "In some runs the weight of an option came out negative. It counts as 0 there. Write `max(0, …)` if that is what you mean.",
  },
  W0932: {
    title: "a stock fell below zero",
    meaning:
      "A stock that has a unit and no bounds became negative in some runs. Say `at least 0`, or look for what takes more from it than it holds.",
  },
  W0933: {
    title: "a rule without value",
    meaning:
      "In some runs an expression in a rule has no value (it divides by zero, say). The chance or weight that it stands in counts as 0 there.",
  },
  W0934: {
    title: "an answer without value",
    meaning:
      "In some runs the expression that was asked for has no value, so neither has the answer. Ask for it `given` that it has one, or guard it with `if`.",
  },
  W0935: {
    title: "few runs are left",
    meaning:
      "What is known agrees with so few runs that the answer is uncertain for that reason alone. Run more, or look at the item named: it does the most to leave runs out.",
  },
  W0936: {
    title: "a report is out of reach",
    meaning:
      "A report gives a number that the model holds to be next to impossible. It weighs nothing, since it would decide everything. Widen the quantity, or doubt the report.",
  },
  W0937: {
    title: "a belief cannot be met",
    meaning:
      "No weighting of the runs gives the condition the probability that you hold: it never holds, always holds, or stands against another belief.",
  },
  W0938: {
    title: "an answer is left out",
    meaning:
      "Something that would weigh this answer is at fault, so the answer would be wrong without it. Mend the fault that is named.",
  },
  W0940: {
    title: "two names share their draws",
    meaning:
      "Random numbers are keyed by a hash of the name. Two names of this model have the same hash, which one pair in four thousand million does, so what is drawn for them goes together. Rename one.",
  },
  W0939: {
    title: "somebody counts twice",
    meaning:
      "One actor speaks for the same thing as a speaker and as a corroborator, and counts as two origins. Say `origin CLAIM sharing P` if the two are not independent.",
  },
} as const satisfies CatalogueEntries;
