import type { CatalogueEntries } from "../entry.js";

/** Unknowns, stocks, events, choices, treaties and exchanges. */
export const declarationCodes = {
  E0501: {
    title: "A stock without a start",
    meaning: "Every stock says with how much it starts.",
  },
  E0502: {
    title: "An amount in every step",
    meaning:
      "A gain or loss in the stock's own unit is a lump: it has to vanish in steps in which nothing happens, or the result would hang on how long a step is. Make it a rate (per month), or say when it flows: `when E happens`, `when C is OPTION`, `every 3 months`.",
  },
  E0503: {
    title: "A flow that does not fit its stock",
    meaning:
      "What flows is in the unit of the stock, or in that per unit of time; what moves arrives in a stock of a unit that converts.",
  },
  E0506: {
    title: "Contradictory timing",
    meaning: "Two ways of saying when are given, and only one can hold.",
  },
  E0507: {
    title: "The unit of a chance",
    meaning: "A chance is a bare number, or one per unit of time: `5% per month`.",
  },
  E0508: {
    title: "Certain within a time",
    meaning: "A certain event has no constant chance per step. `on D1 to D2` draws the day.",
  },
  E0509: {
    title: "A chance per time where it is one for the whole",
    meaning:
      "With a date, beside `on` or `after`, of a fact or an obligation, the chance is one for the whole and has no unit of time. `then` follows a chance with a date.",
  },
  E0510: {
    title: "`lasts` and `until`",
    meaning: "An event lasts for a time, or until something holds.",
  },
  E0511: {
    title: "A choice without options",
    meaning: "A choice has at least one `option NAME weight W`.",
  },
  E0512: {
    title: "An option twice",
    meaning: "Options of one choice have different names.",
  },
  E0513: {
    title: "An option without a weight",
    meaning: "Options are drawn in proportion to their weights.",
  },
  E0514: {
    title: "The parties of a treaty",
    meaning: "A treaty is `between` two or more different actors.",
  },
  E0515: {
    title: "An obligation twice",
    meaning: "Obligations of one treaty have different names.",
  },
  E0516: {
    title: "The parties of an exchange",
    meaning: "An exchange is `between ACTOR and ACTOR in UNIT`.",
  },
  E0517: {
    title: "Who gives",
    meaning: "Only the two parties of an exchange give.",
  },
  E0518: {
    title: "Bounds that exclude each other",
    meaning: "The lower bound lies below the upper one, and each is said once.",
  },
  E0519: {
    title: "A clause a second time",
    meaning: "This clause can stand once only.",
  },
  W0520: {
    title: "A number from nowhere",
    meaning:
      'Nothing says what stands behind a number. `from CLAIM` leads to the words, `assumed "why"` to the reasoning. 0, 1 and 100% need neither.',
  },
  W0521: {
    title: "Hindsight",
    meaning: "A rule names a date after the day to which knowledge runs, and nothing says how that is known.",
  },
  W0522: {
    title: "A chance outside 0 to 1, or a negative weight",
    meaning: "It counts as the nearer end, a negative weight as 0. Often a percent sign is missing.",
  },
  W0523: {
    title: "An obligation that binds nobody",
    meaning:
      "A rule waits for an obligation of a treaty that never can be in force. Signed is not in force: say `in force from D` or `in force when C`.",
  },
  E0524: {
    title: "A fact without a chance",
    meaning: "A fact is true or false with a `chance`, or `one of` several values with theirs.",
  },
  E0525: {
    title: "The values of a fact",
    meaning: "A fact has at least two values, each once, and not all of them with probability 0.",
  },
  W0527: {
    title: "Probabilities that do not add up",
    meaning: "The probabilities of a fact's values count in proportion.",
  },
  E0528: {
    title: "A shock without a distribution",
    meaning: "A shock is a fresh draw in every step: `shock NAME = normal(0, 1)`.",
  },
  E0529: {
    title: "An obligation without `honoured`",
    meaning: "An obligation says with what chance it is honoured, or by what event.",
  },
  E0530: {
    title: "An unknown kind of obligation",
    meaning: "The kinds are defense, offense, neutrality, nonaggression and consultation.",
  },
  E0531: {
    title: "a condition for what happened before the period",
    meaning:
      "An event with a day before the period has happened at its start. A `when` beside it would have to be judged on that day, when there was no state. Leave it out, or give the event a day inside the period.",
  },
  E0532: {
    title: "treaties that wait for each other",
    meaning:
      "Whether a treaty is in force at a close is asked of the state at that close. Two treaties that each ask it of the other, or one that asks it of itself, have no answer. Let an event stand between them.",
  },
} as const satisfies CatalogueEntries;
