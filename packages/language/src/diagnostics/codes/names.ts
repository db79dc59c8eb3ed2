import type { CatalogueEntries } from "../entry.js";

/** Names, units, actors, files and `--set`. */
export const nameCodes = {
  E0201: {
    title: "A name is declared twice",
    meaning:
      "One name stands for one thing in the whole model, used files included. Rename one of the two; until then nothing is computed from either.",
  },
  E0202: {
    title: "A name is also a unit",
    meaning:
      "A word that stands behind numbers as a unit cannot name something as well: `5 barrel` and `5 * barrel` would be told apart by a hair. Rename one of them. Days, weeks, months, quarters and years are always units.",
  },
  E0203: {
    title: "An unknown name",
    meaning:
      "Nothing of this name is declared in the model or in a file that it uses. Names differ by case. The nearest known ones are offered.",
  },
  E0204: {
    title: "An unknown actor",
    meaning:
      "Actors are declared under `actors`, an entry a line, and are named by the first word of the entry.",
  },
  E0205: {
    title: "A name of another kind",
    meaning:
      "The name is known, but what it names cannot stand here: an event where a stock is wanted, an exchange where a number is.",
  },
  E0206: {
    title: "An unknown unit",
    meaning:
      "Units are declared under `units`. Days, weeks, months, quarters and years are always there, in the singular and the plural.",
  },
  E0207: {
    title: "A unit is declared twice",
    meaning: "A unit, or another spelling of one, is declared already.",
  },
  E0208: {
    title: "Units are defined in a circle",
    meaning:
      "A unit is defined by another, and that one leads back to it. One of them has to stand by itself.",
  },
  E0209: {
    title: "Nothing of that name behind the point",
    meaning:
      "Behind a point stands what belongs to the name before it: `T.in_force`, `T.signed`, `T.O.due(ACTOR)` of a treaty, `X.balance` and `X.given(ACTOR)` of an exchange, a named number of a rule such as `E.chance`.",
  },
  E0210: {
    title: "An actor is missing or too many",
    meaning:
      "What is declared for single actors, as `invaded(russia)`, is read with an actor in parentheses; what is declared once is read without.",
  },
  E0211: {
    title: "An actor is declared twice",
    meaning: "Every actor has one entry.",
  },
  E0212: {
    title: "An unknown option or value",
    meaning:
      "Options belong to their choice, values to their fact, words to their scale; this one is not among them.",
  },
  E0213: {
    title: "A used file cannot be read",
    meaning:
      "`use` takes the declarations of another file as if they stood here. The file has to exist within the folder of the model. Names that it may hold are not complained of until it can be read.",
  },
  E0214: {
    title: "A second situation",
    meaning:
      "The title, the period, the day of knowledge and the scale of words are said once for the whole model.",
  },
  E0216: {
    title: "Nothing of that name can be set",
    meaning:
      "`--set` replaces the definition of a quantity, fact, shock or let, a named number of a rule (`second_wave.chance`, `axis.starts`), the day of an event or treaty, or the option of a choice.",
  },
  E0217: {
    title: "The model cannot be read",
    meaning: "The file that was named is not there or cannot be read.",
  },
  E0219: {
    title: "A unit worth nothing",
    meaning: "`NAME = NUMBER UNIT` says what one of the unit is worth, which is more than 0.",
  },
  E0220: {
    title: "What an actor is",
    meaning:
      "A state is named by its three capitals of ISO 3166, as in `state UKR`. An actor is a state, an organisation or a person, and one of them only.",
  },
  E0221: {
    title: "More than an expression is set",
    meaning: "What stands behind the equals sign of `--set` is one expression, without clauses.",
  },
} as const satisfies CatalogueEntries;
