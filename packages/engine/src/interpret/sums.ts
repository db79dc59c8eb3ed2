/** Runs whose sums are kept apart before they are folded. */
export const BLOCK = 2048;

/**
 * Sums of a fixed shape, so that the bits do not depend on how a run is cut up or by how many threads: four interleaved partials for each block of
 * {@link BLOCK} runs (run r goes to partial r mod 4), folded as (p0 + p1) + (p2 + p3) in the order of blocks, in double.
 */
export class Sums {
  #partials = new Float64Array(0);
  #totals = new Float64Array(0);
  #count = 0;

  /** Room for `count` sums; returns the index of the first. */
  reserve(count: number): number {
    const first = this.#count;
    this.#count += count;
    this.#partials = new Float64Array(this.#count * 4);
    this.#totals = new Float64Array(this.#count);
    return first;
  }

  /** Adds a[i] for i < n. Lanes start at a run that is a multiple of four. */
  add(index: number, a: ArrayLike<number>, n: number): void {
    const p = this.#partials;
    const at = index * 4;
    for (let i = 0; i < n; i++) p[at + (i & 3)]! += a[i]!;
  }

  /** Adds a[i]·b[i]. */
  addProduct(index: number, a: ArrayLike<number>, b: ArrayLike<number>, n: number): void {
    const p = this.#partials;
    const at = index * 4;
    for (let i = 0; i < n; i++) p[at + (i & 3)]! += a[i]! * b[i]!;
  }

  /** Adds a[i] where the flag is set: the same bits as a product with 0 or 1. */
  addFlagged(index: number, a: Float64Array, flags: Uint8Array, n: number): void {
    const p = this.#partials;
    const at = index * 4;
    for (let i = 0; i < n; i++) p[at + (i & 3)]! += a[i]! * flags[i]!;
  }

  /** Ends a block. */
  fold(): void {
    const p = this.#partials;
    for (let s = 0; s < this.#count; s++) {
      this.#totals[s]! += p[s * 4]! + p[s * 4 + 1]! + (p[s * 4 + 2]! + p[s * 4 + 3]!);
    }
    p.fill(0);
  }

  total(index: number): number {
    return this.#totals[index]!;
  }
}
