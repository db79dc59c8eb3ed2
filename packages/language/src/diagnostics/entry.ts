/** What the catalogue says of a code, independent of any place where it occurs. */
export interface CatalogueEntry {
  /** A few words, as a heading. */
  readonly title: string;
  /** What it means and what to do, for someone who meets it for the first time. */
  readonly meaning: string;
}

/** Codes of one family; the keys are the codes. */
export type CatalogueEntries = Readonly<Record<string, CatalogueEntry>>;
