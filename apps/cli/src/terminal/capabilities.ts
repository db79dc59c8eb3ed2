import type { Look } from "../render/look.js";

/** A stream that is written to, as far as its looks go. */
export interface Surface {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** The environment's variables that are read. */
export interface Environment {
  readonly CASUS_DEBUG?: string | undefined;
  readonly COLUMNS?: string | undefined;
  readonly FORCE_COLOR?: string | undefined;
  readonly LANG?: string | undefined;
  readonly LC_ALL?: string | undefined;
  readonly LC_CTYPE?: string | undefined;
  readonly NO_COLOR?: string | undefined;
  readonly TERM?: string | undefined;
  readonly TERM_PROGRAM?: string | undefined;
  readonly WT_SESSION?: string | undefined;
}

/** What may be shown on a stream, by its kind and the environment: FORCE_COLOR, NO_COLOR, TERM and the locale. */
export function lookOf(surface: Surface, environment: Environment, platform: string): Look {
  const isTerminal = surface.isTTY === true;
  const isDumb = environment.TERM === "dumb";
  const forced = environment.FORCE_COLOR;
  const isForced = forced !== undefined && forced !== "0" && forced !== "false";
  const isRefused = isDumb || (environment.NO_COLOR ?? "") !== "" || (forced !== undefined && !isForced);
  return {
    width: Math.max(
      60,
      Math.min(120, (isTerminal ? surface.columns : undefined) || columnsOf(environment) || 80),
    ),
    colour: isForced || (isTerminal && !isRefused),
    unicode: !isDumb && isUnicode(environment, platform, isTerminal),
  };
}

function columnsOf(environment: Environment): number | null {
  const columns = Number(environment.COLUMNS);
  return Number.isInteger(columns) && columns > 0 ? columns : null;
}

/** By the locale. Where none is set, a terminal of today is taken to show UTF-8, and a pipe is not. */
function isUnicode(environment: Environment, platform: string, isTerminal: boolean): boolean {
  const locale = environment.LC_ALL || environment.LC_CTYPE || environment.LANG;
  if (locale !== undefined && locale !== "") return /utf-?8/i.test(locale);
  if (!isTerminal) return false;
  if (platform === "win32")
    return environment.WT_SESSION !== undefined || environment.TERM_PROGRAM !== undefined;
  return environment.TERM !== "linux";
}
