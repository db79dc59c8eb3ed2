import type { CatalogueEntries } from "../entry.js";

/** Scenarios, questions and checks. */
export const askCodes = {
  E0801: {
    title: "This cannot be set",
    meaning:
      "A scenario sets what has a rule or a draw of its own: a quantity, a named number of a rule, a fact, an event, a choice or a treaty. Everything else follows from those.",
  },
  E0802: {
    title: "Set in another form",
    meaning:
      "Each kind has its own form: `set QUANTITY = NUMBER`, `set FACT = true`, `set EVENT on D` or `never`, `set CHOICE = OPTION`, `set TREATY in force from D` or `never`.",
  },
  E0804: {
    title: "Set twice",
    meaning: "A scenario sets each thing once; the second rule would undo the first.",
  },
  E0805: {
    title: "A condition is asked for its probability",
    meaning: "A condition holds or does not: ask how likely it is, `ask probability CONDITION by D`.",
  },
  E0806: {
    title: "The question asks nothing",
    meaning: "A question has at least one `ask`.",
  },
  E0808: {
    title: "The scenario changes nothing",
    meaning: "A scenario has at least one `set`.",
  },
  W0801: {
    title: "Set on a day after the period",
    meaning: "The period ends before that day, so that in no run of this scenario does it come about.",
  },
} as const satisfies CatalogueEntries;
