import type { Model } from "@casus/language";
import type { RecordOfClaims, Wanted } from "../weigh/record.js";
import type { Preparation } from "../weigh/weigher.js";
import type { Gathering } from "./gathering.js";

/** A finished run, from which everything that is reported is computed. */
export interface Finished {
  readonly model: Model;
  readonly wanted: Wanted;
  readonly record: RecordOfClaims;
  readonly prepared: Preparation;
  readonly gathering: Gathering;
  readonly runs: number;
}
