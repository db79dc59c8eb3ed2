/** Names in backticks with `or` before the last: `` `a`, `b` or `c` ``. */
export function either(words: readonly string[]): string {
  const marked = words.map((word) => `\`${word}\``);
  const last = marked.pop() ?? "";
  return marked.length === 0 ? last : `${marked.join(", ")} or ${last}`;
}

/** The question that follows an unknown word, with a blank before it; empty where nothing comes near. */
export function didYouMean(near: readonly string[]): string {
  return near.length === 0 ? "" : ` Did you mean ${either(near)}?`;
}
