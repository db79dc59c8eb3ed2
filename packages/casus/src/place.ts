import type { World } from "@casus/language";

/** A world and the name of the main file in it. */
export interface Place {
  readonly world: World;
  readonly main: string;
}
