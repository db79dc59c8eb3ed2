import assert from "node:assert/strict";
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import test from "node:test";
import { environment, program, workplace } from "./command.fixture.test.js";

const model = (chance: string): string => `casus 1
situation "Storms"
  period 2024-01 to 2024-06 by month
source notes "Notes" file "notes.md"
claim odds quote "storms are rare" in notes
event storm "A storm"
  chance ${chance} per month
  from odds
question q "A storm?"
  ask probability storm by 2024-06
`;

/** The command as it runs, and a wait until it has said something so many times. */
function started(folder: string, words: readonly string[]) {
  const child: ChildProcessByStdio<null, Readable, Readable> = spawn(process.execPath, [program, ...words], {
    cwd: folder,
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  return {
    child,
    ended,
    text: () => text,
    async said(pattern: RegExp, times: number): Promise<void> {
      const limit = performance.now() + 30_000;
      while ((text.match(new RegExp(pattern, "g")) ?? []).length < times) {
        assert.ok(performance.now() < limit, `not said ${times} times: ${pattern}\n${text}`);
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
    },
  };
}

test("run --watch: again on every change, with what it changed; Ctrl-C ends it with 0", {
  skip: process.platform === "win32",
}, async (t) => {
  const place = workplace();
  const file = join(place.folder, "m.casus");
  writeFileSync(file, model("10%"));
  writeFileSync(join(place.folder, "notes.md"), "Here storms are rare.\n");
  const watch = started(place.folder, ["run", "m.casus", "--watch", "--runs", "2k"]);
  t.after(() => {
    watch.child.kill("SIGKILL");
    place.remove();
  });
  await watch.said(/Watching 2 files/, 1);
  // As an editor saves: another file takes the place of the old one.
  writeFileSync(`${file}~`, model("30%"));
  renameSync(`${file}~`, file);
  await watch.said(/Watching 2 files/, 2);
  assert.match(
    watch.text(),
    /Since the last time\n {2}~ changed event storm\n +− chance 10% per month\n +\+ chance 30% per month\n {2}q /,
  );
  // A source that no longer has the words.
  writeFileSync(join(place.folder, "notes.md"), "Here storms are frequent.\n");
  await watch.said(/error E07\d\d/, 1);
  await watch.said(/Watching 2 files/, 3);
  writeFileSync(join(place.folder, "notes.md"), "Here storms are rare.\n");
  await watch.said(/Watching 2 files/, 4);
  // Gone, and back.
  rmSync(file);
  await watch.said(/there is no such file/, 1);
  await watch.said(/Watching 1 file;/, 1);
  writeFileSync(file, model("30%"));
  await watch.said(/Watching 2 files/, 5);
  watch.child.kill("SIGINT");
  assert.equal(await watch.ended, 0);
  assert.doesNotMatch(watch.text(), /\u001b/, "the screen is cleared on a terminal alone");
});

test("check --watch: what is new and what is gone", { skip: process.platform === "win32" }, async (t) => {
  const place = workplace();
  const file = join(place.folder, "m.casus");
  writeFileSync(file, model("10%"));
  writeFileSync(join(place.folder, "notes.md"), "Here storms are rare.\n");
  const watch = started(place.folder, ["check", "m.casus", "--watch"]);
  t.after(() => {
    watch.child.kill("SIGKILL");
    place.remove();
  });
  await watch.said(/Watching 2 files/, 1);
  writeFileSync(file, model("10%").replace("storm by", "strom by"));
  await watch.said(/Watching 2 files/, 2);
  assert.match(watch.text(), /Since the last time\n {2}\+ E\d{4} /);
  writeFileSync(file, model("10%"));
  await watch.said(/Watching 2 files/, 3);
  assert.match(watch.text(), /Since the last time\n {2}− E\d{4} /);
  watch.child.kill("SIGINT");
  assert.equal(await watch.ended, 0);
});
