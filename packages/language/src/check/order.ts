/** Orders of dependence: what a name uses stands before it. */

/** Names so ordered that what each uses stands before it, as near to the given order as that allows; or the names of a circle, in which each uses the next. */
export function dependencyOrder(
  names: readonly string[],
  uses: (name: string) => Iterable<string>,
): { readonly order: string[]; readonly circle: string[] | null } {
  const order: string[] = [];
  const known = new Set(names);
  const state = new Map<string, "open" | "done">();
  for (const start of names) {
    if (state.has(start)) continue;
    // Depth first without recursion: chains may be as long as the file.
    const path: { name: string; left: Iterator<string> }[] = [];
    const enter = (name: string) => {
      state.set(name, "open");
      path.push({ name, left: [...uses(name)].filter((other) => known.has(other))[Symbol.iterator]() });
    };
    enter(start);
    for (let top = path[path.length - 1]; top !== undefined; top = path[path.length - 1]) {
      const next = top.left.next();
      if (next.done) {
        path.pop();
        state.set(top.name, "done");
        order.push(top.name);
      } else if (state.get(next.value) === "open") {
        const at = path.findIndex((entry) => entry.name === next.value);
        return { order, circle: path.slice(at).map((entry) => entry.name) };
      } else if (!state.has(next.value)) enter(next.value);
    }
  }
  return { order, circle: null };
}
