import type { CatalogueEntries } from "../entry.js";

/** Types and units of expressions. */
export const expressionCodes = {
  E0301: {
    title: "Units do not agree",
    meaning:
      "Only like can be added to like or compared with like. Both sides are named, with where each has its unit from. Time units convert into each other, declared ones into what they are declared in; a written 0 fits every unit.",
  },
  E0302: {
    title: "Not the unit that is declared",
    meaning:
      "What stands here has to come out in a certain unit. Numbers alone take it; anything with a unit of its own has to have one that converts.",
  },
  E0303: {
    title: "A number where a condition is wanted",
    meaning: "A condition is true or false. A number becomes one by comparing it.",
  },
  E0304: {
    title: "A condition where a number is wanted",
    meaning: "A condition is no number. `if CONDITION then 1 else 0` makes one of it.",
  },
  E0305: {
    title: "A bare number is wanted",
    meaning:
      "exp, log and logistic have a meaning for numbers without a unit only. Divide by a fixed amount of the same unit first.",
  },
  E0306: {
    title: "An unknown function",
    meaning: "The functions are min, max, abs, exp, log, sqrt, floor, round, clamp and logistic.",
  },
  E0307: {
    title: "Wrong arguments",
    meaning: "The function takes another number of arguments, or they stand in an order that makes no sense.",
  },
  E0308: {
    title: "An exponent that does not fit",
    meaning:
      "An exponent is a bare number. A number with a unit is raised to a written whole or half number only, since its unit is raised with it.",
  },
  E0309: {
    title: "`is`, `ever` and `stands at`",
    meaning:
      "Choices are asked for their options and facts for their values: `C is OPTION`, `C stands at OPTION`, `C ever OPTION`, `F is VALUE`, `E ever`. Numbers are compared with `=`.",
  },
  E0310: {
    title: "Only events happen",
    meaning: "`E happens` says that the event E fires in this very step.",
  },
  E0311: {
    title: "Definitions go round in a circle",
    meaning:
      "Quantities, facts and lets are made of other ones, and these lead back to themselves, so that none can be computed first. What depends on its own past is a stock.",
  },
  E0312: {
    title: "Waiting for each other in one step",
    meaning:
      "`E happens` and `C is OPTION` are settled within the step; here they wait for each other. Read one of them as it was when the step began: `E`, `C ever OPTION`.",
  },
  E0313: {
    title: "Not known before the first step",
    meaning:
      "Quantities, facts and starts are drawn once, before anything happens. They can be made of other quantities, facts and numbers, and of lets over those.",
  },
  E0314: {
    title: "A shock has no value at a date",
    meaning: "A shock is drawn afresh in every step. Asks and checks read what it moves, not the shock.",
  },
  E0315: {
    title: "Over actors",
    meaning:
      "`sum of`, `count of`, `any of` and `all of` go over names that are declared for single actors; sums over numbers, the others over conditions.",
  },
  E0316: {
    title: "A date or words where a number is wanted",
    meaning:
      "Dates stand behind `by`, `at`, `from`, `until`, `between`, `on` and `since`; words in quotation marks are labels, reasons and quotes.",
  },
  E0317: {
    title: "Time since",
    meaning: "`months since E` counts from an event or a date, in days, weeks, months, quarters or years.",
  },
  E0318: {
    title: "Two units on one number",
    meaning: "A unit behind a parenthesis multiplies a bare number.",
  },
  E0319: {
    title: "`party` outside an obligation",
    meaning: "Inside the condition of an obligation `party` stands for the party that needs help.",
  },
  E0320: {
    title: "An expression without end",
    meaning: "The expression is nested more deeply than can be gone through. Give parts of it names.",
  },
} as const satisfies CatalogueEntries;
