/**
 * Beliefs set the marginals of conditions, after everything else (Jeffrey's rule); several are met together by iterated proportional fitting. Runs are told apart
 * only by which of the conditions hold in them, so a table of 2^n cells is all that has to be fitted, however many runs there are.
 */

/** What a fit came to. */
export interface Fit {
  /** By cell (bit j: the condition of belief j holds): what the weight of its runs is multiplied by. */
  readonly multipliers: Float64Array;
  /** Indexes of beliefs that no weighting of these runs can meet. */
  readonly unmet: readonly number[];
}

/** Marginals closer than this count as met. */
const TOLERANCE = 1e-12;
const SWEEPS = 1000;

/** Fits multipliers to cells of weight `cells` (length 2^n) so that belief j has the weighted share `targets[j]`. */
export function fitBeliefs(cells: Float64Array, targets: readonly number[]): Fit {
  const multipliers = new Float64Array(cells.length).fill(1);
  const share = (j: number) => {
    let inside = 0;
    let all = 0;
    for (let cell = 0; cell < cells.length; cell++) {
      const weight = cells[cell]! * multipliers[cell]!;
      all += weight;
      if ((cell >> j) & 1) inside += weight;
    }
    return inside / all;
  };
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let furthest = 0;
    targets.forEach((target, j) => {
      const now = share(j);
      if (!(now > 0 && now < 1)) return;
      furthest = Math.max(furthest, Math.abs(now - target));
      for (let cell = 0; cell < cells.length; cell++) {
        // A cell without runs has no share to give, and would grow without end.
        if (cells[cell] === 0) continue;
        multipliers[cell]! *= (cell >> j) & 1 ? target / now : (1 - target) / (1 - now);
      }
    });
    if (furthest <= TOLERANCE) break;
  }
  const unmet = targets.flatMap((target, j) => (Math.abs(share(j) - target) <= 1e-6 ? [] : [j]));
  return { multipliers, unmet };
}
