/** Words before whose full stop an English sentence does not end, or only seldom. All in lower case, without the stop. */

/** Always followed by what they belong to. */
export const titles: ReadonlySet<string> = words(
  "mr mrs ms dr prof gen col lt sgt capt maj adm cmdr brig gov sen rep pres rev hon fr st messrs supt insp amb sec vs cf viz approx ca e.g i.e",
);

/** Followed by a number, and else ordinary words (`He said no.`). */
export const beforeNumbers: ReadonlySet<string> = words(
  "no nos art arts para paras sec secs p pp vol vols fig figs ch v jan feb mar apr jun jul aug sep sept oct nov dec",
);

/** May end a sentence or not: the word behind them has to tell. */
export const undecided: ReadonlySet<string> = words(
  "inc ltd co corp bros llc plc jr sr etc al dept est ave blvd mt ft univ assn bn",
);

/** Words that begin sentences and hardly ever stand with a capital inside one. */
export const openers: ReadonlySet<string> = words(
  "the a an he she it they we i you this that these those there here his her its their our my who what when where why how which " +
    "in on at by for from with without after before since until while during under over between among within beyond despite " +
    "and but or so yet nor if as because although though however moreover meanwhile instead also then now still even only not no " +
    "both some many most all each every another other such one two three several officials analysts",
);

/** Verbs of speaking: `“Why?” the minister asked.` is one sentence. */
export const speaking: ReadonlySet<string> = words(
  "said says asked asks told tells added adds wrote writes replied replies answered answers warned warns argued argues " +
    "insisted insists declared declares shouted cried",
);

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}
