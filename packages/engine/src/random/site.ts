/** Sites: what tells the draws of one name from those of another. */

/** Spreads every bit of a 32-bit word over all others; one to one (the finaliser of MurmurHash3). */
export function finalise(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * The site of a name such as `second_wave.chance`: FNV-1a over the UTF-16 code units of the name, low byte before high,
 * then `finalise`. An unsigned 32-bit number that depends on the name alone, so that other declarations cannot move it.
 * Two different names share a site, and so their draws, with probability 2^−32: a model must refuse that.
 */
export function siteOf(name: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    h = Math.imul(h ^ (unit & 0xff), 0x01000193);
    h = Math.imul(h ^ (unit >>> 8), 0x01000193);
  }
  return finalise(h);
}

/** The second site that a normal draws its angle from: one to one, and far from `site` in every bit. */
export function angleSite(site: number): number {
  return finalise(site ^ 0x9e3779b9);
}
