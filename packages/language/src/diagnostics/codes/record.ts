import type { CatalogueEntries } from "../entry.js";

/** Sources, claims and quotes; evidence, observations, beliefs and outcomes. */
export const recordCodes = {
  E0701: {
    title: "The source's file is not there",
    meaning:
      "The text that quotes are looked up in could not be found under this name, seen from the folder of the model. Until it is there, the quotes in it stand unchecked. Correct the path, or take `file` away if there is no text.",
  },
  E0702: {
    title: "The source's file lies outside of the model's folder",
    meaning:
      "A model reads only what lies in its own folder or below it, so that it can be handed on as a whole. Copy the text there and name the copy.",
  },
  E0703: {
    title: "The source's file is too large",
    meaning:
      "The text is larger than what is read as a source. Keep the part that is quoted in a file of its own.",
  },
  E0704: {
    title: "The source's file cannot be read",
    meaning: "The file is there, but its text could not be read, for instance because it is no UTF-8 text.",
  },
  E0705: {
    title: "The quote is not in its source",
    meaning:
      "These exact words do not occur in the source's text. White space, kinds of quotation marks and kinds of dashes may differ; letters, digits and other punctuation may not. Where a passage comes close it is shown: compare it with what the claim says before you take it.",
  },
  E0706: {
    title: "The quote occurs more than once",
    meaning:
      'A quote has to lead to one place. Quote more of the sentence, or say which place is meant: `after "words in front of it"` or `before "words behind it"`.',
  },
  E0707: {
    title: "The words that should locate the quote do not",
    meaning:
      "The words of `after` or `before` do not occur in the source, or the quote does not stand on that side of them.",
  },
  E0708: {
    title: "The quote is empty",
    meaning: "There are no words between the quotation marks that could be found in the source.",
  },
  E0709: {
    title: "Unknown grade",
    meaning:
      "Grades of speakers and sources are the letters A (completely reliable) to E (unreliable) and F (cannot be judged), written large.",
  },
  E0710: {
    title: "A share outside 0% to 100%",
    meaning:
      "How much two reports share, and the numbers of a grade, are shares: from 0% to 100%, or 0 to 1.",
  },
  E0711: {
    title: "Unknown hedge",
    meaning: "A claim is hedged as reported, speculative, conditional, prediction, question or analysis.",
  },
  E0712: {
    title: "Origins in a circle",
    meaning:
      "The origin of a claim is who said it first. Followed from claim to claim, these lead back to where they began, so none of them was first.",
  },
  E0713: {
    title: "The origin speaks of something else",
    meaning:
      "A claim can repeat another one only where both assert or deny the same thing at the same date. Give both the same proposition, or leave the origin out.",
  },
  E0714: {
    title: "A reported number needs a range",
    meaning:
      "A report of a number says between which ends it lies, with nine chances in ten: `is 11k to 13k soldier`. A single number would claim to be exact.",
  },
  E0715: {
    title: "A reported number is a plain range",
    meaning:
      "What a speaker says of a number is taken down as `A to B`, a range that holds it with nine chances in ten. Families of distributions belong into the declaration of the quantity.",
  },
  E0717: {
    title: "The ends of the range are the wrong way round",
    meaning: "The lower end of a range stands first and is smaller than the upper one.",
  },
  E0718: {
    title: "A number cannot be denied",
    meaning:
      "`denies … is A to B` has no meaning of its own. Assert the range that was said, or deny a comparison.",
  },
  E0719: {
    title: "Odds above zero",
    meaning:
      "Evidence multiplies the odds, so both sides of `3:1` are above zero. What settles the question is an observation: `observed`.",
  },
  E0720: {
    title: "A belief is neither certain nor impossible",
    meaning:
      "`believe … at P` takes a probability above 0% and below 100%. What is certain is said with `observed`.",
  },
  E0721: {
    title: "The outcome does not answer the question",
    meaning:
      "The first ask of the question decides what an outcome looks like: `yes` or `no` for a probability, `= NUMBER` for a value, `= DATE` for `ask when`, `= VALUE` for a fact.",
  },
  E0722: {
    title: "The outcome has no date",
    meaning: "Say on which day it was known how the question came out: `on D`.",
  },
  E0723: {
    title: "Something is missing",
    meaning: "The declaration lacks the part without which it says nothing.",
  },
  E0724: {
    title: "Two sources for one claim",
    meaning:
      "A claim was said in one place. What was said again elsewhere is a claim of its own, with this one as its `origin`.",
  },
  E0725: {
    title: "A grade's numbers do not fit",
    meaning:
      "In an entry of `grades` the accuracy and both relay numbers are shares, and the two numbers of `beta` are above zero.",
  },
  E0726: {
    title: "too many beliefs",
    meaning:
      "Every `believe` fixes the share of the runs in which something holds, and all of them have to be met at once. That is done for up to twelve. Reasons without a final probability belong into `evidence`.",
  },
  W0701: {
    title: "Quotes stand unchecked",
    meaning:
      "The source names no file, so nobody has looked whether its quotes are in it. Add `file` with the text's path.",
  },
  W0702: {
    title: "The quote leaves a negation behind",
    meaning:
      "Just outside of the quote stands a word that denies what it says. Quote the whole clause, or make sure that the claim says what the sentence says.",
  },
  W0703: {
    title: "The quote leaves a condition or a hedge behind",
    meaning:
      "Just outside of the quote stands a word that makes it conditional or less than certain. Quote the whole clause, or say with `hedged` how it was said.",
  },
  W0704: {
    title: "The quote cuts a word or a number in two",
    meaning:
      "The quote begins or ends inside of a word or a number, which may say something else as a whole.",
  },
  W0705: {
    title: "A forecast, not an observation",
    meaning:
      "The claim speaks of a time after the one in which it was made. Nobody can have seen that; it counts half.",
  },
  W0706: {
    title: "Counted twice",
    meaning:
      "The claim backs the number and asserts something about it as well. The report has then shaped the prior and weighs it once more. Leave one of the two out.",
  },
  W0707: {
    title: "An unreviewed claim",
    meaning: "The claim is a draft. It is shown and weighs nothing until `unreviewed` is taken away.",
  },
  W0708: {
    title: "A claim without a source",
    meaning: 'Say where it was said: `quote "…" in SOURCE` or `in SOURCE`.',
  },
  W0709: {
    title: "The first corroborator shares with nobody",
    meaning:
      "The first named is the origin of the corroborating group; `sharing` counts for those behind it.",
  },
  W0710: {
    title: "The origin asserts nothing",
    meaning:
      "The claim that is named as the origin has neither `asserts` nor `denies`, so there is no report that this one could repeat. It counts as one of its own.",
  },
  W0711: {
    title: "An observation later than what is known",
    meaning:
      "Without a date of its own the observation is of the period's last day. That lies after `as of`, so it is left out. Say `by D` or `at D`.",
  },
} as const satisfies CatalogueEntries;
