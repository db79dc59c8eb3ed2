/**
 * The words of the language that no declaration, option, value or unit may be named by: each of them can stand behind a complete operand or begin
 * one, so that a name of that spelling could be read two ways. The other clause words are words only where a clause may begin.
 */
export const RESERVED: ReadonlySet<string> = new Set(
  (
    "if then else and or not is by at to of per as in over since from until between given when happens ever stands within on after every " +
    "chance assumed probability never"
  ).split(" "),
);

/** Units of time, as they stand in durations, rates and `months since`. */
export const TIME_WORDS: ReadonlySet<string> = new Set(
  "day days week weeks month months quarter quarters year years step steps".split(" "),
);

/** Names that are functions wherever a parenthesis follows. */
export const FUNCTIONS: ReadonlySet<string> = new Set(
  "min max abs exp log sqrt floor round clamp logistic".split(" "),
);

export const DISTRIBUTIONS: ReadonlySet<string> = new Set(
  "normal lognormal uniform triangular pert beta gamma exponential student poisson binomial mixture".split(
    " ",
  ),
);

/** Probability words of more than one word, as they may stand without quotation marks behind `chance`. Longer ones first. */
export const CHANCE_PHRASES: readonly (readonly string[])[] = [
  "almost certainly not",
  "almost no chance",
  "chances about even",
  "roughly even chance",
  "roughly even odds",
  "realistic possibility",
  "remote chance",
  "very unlikely",
  "very likely",
  "highly unlikely",
  "highly likely",
  "highly improbable",
  "highly probable",
  "almost certain",
  "nearly certain",
  "probably not",
].map((phrase) => phrase.split(" "));
