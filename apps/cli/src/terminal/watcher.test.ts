import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import test, { type TestContext } from "node:test";
import { watchFiles } from "./watcher.js";

/** Changes as they are told, and a wait for the next of them. */
function listener(context: TestContext, names: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), "casus-watch-"));
  const heard: string[][] = [];
  let wake: () => void = () => {};
  const watcher = watchFiles(
    (paths) => {
      heard.push(paths.map((path) => basename(path)).sort());
      wake();
    },
    { settle: 30, poll: 60, grace: 400 },
  );
  context.after(() => {
    watcher.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const path = (name: string): string => join(folder, name);
  const next = async (count: number): Promise<string[][]> => {
    const limit = performance.now() + 10_000;
    while (heard.length < count && performance.now() < limit) {
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, 50);
      });
    }
    return heard;
  };
  const quiet = (milliseconds: number): Promise<unknown> =>
    new Promise((resolve) => setTimeout(resolve, milliseconds));
  const write = (name: string, text: string): void => writeFileSync(path(name), text);
  for (const name of names) write(name, "1");
  watcher.watch([...names, "absent.casus"].map(path));
  return { path, next, quiet, write };
}

test("a file that is written is told once, others are not", async (context) => {
  const { next, quiet, write } = listener(context, ["a.casus", "b.md"]);
  write("a.casus", "22");
  write("other.md", "22");
  assert.deepEqual(await next(1), [["a.casus"]]);
  await quiet(250);
  assert.equal((await next(1)).length, 1);
  write("b.md", "333");
  assert.deepEqual((await next(2))[1], ["b.md"]);
});

test("several writes in a row are one change", async (context) => {
  const { next, quiet, write } = listener(context, ["a.casus", "b.md"]);
  for (let i = 2; i < 8; i++) {
    write("a.casus", "x".repeat(i));
    write("b.md", "x".repeat(i));
    await quiet(5);
  }
  assert.deepEqual(await next(1), [["a.casus", "b.md"]]);
});

test("a file that an editor replaces, even with a pause in which there is none, has changed but once", async (context) => {
  const { path, next, quiet, write } = listener(context, ["a.casus"]);
  write("a.casus~", "new");
  renameSync(path("a.casus~"), path("a.casus"));
  assert.deepEqual(await next(1), [["a.casus"]]);
  rmSync(path("a.casus"));
  await quiet(120);
  write("a.casus", "newer");
  assert.equal((await next(2)).length, 2);
  await quiet(600);
  assert.equal((await next(2)).length, 2);
});

test("a file that has gone is told after a while, and so is its return, and one that was never there", async (context) => {
  const { path, next, write } = listener(context, ["a.casus"]);
  rmSync(path("a.casus"));
  assert.deepEqual(await next(1), [["a.casus"]]);
  write("a.casus", "again");
  assert.deepEqual((await next(2))[1], ["a.casus"]);
  write("absent.casus", "now");
  assert.deepEqual((await next(3))[2], ["absent.casus"]);
});

test("a folder that is not there is looked at until it is", async (context) => {
  const folder = mkdtempSync(join(tmpdir(), "casus-watch-"));
  let heard = 0;
  const watcher = watchFiles(() => heard++, { settle: 20, poll: 40 });
  context.after(() => {
    watcher.close();
    rmSync(folder, { recursive: true, force: true });
  });
  watcher.watch([join(folder, "later", "a.md")]);
  mkdirSync(join(folder, "later"));
  writeFileSync(join(folder, "later", "a.md"), "1");
  const limit = performance.now() + 5000;
  while (heard === 0 && performance.now() < limit) await new Promise((resolve) => setTimeout(resolve, 30));
  assert.equal(heard, 1);
});
