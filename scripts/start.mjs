// npm start: installs and builds where needed, then answers examples/alliance. Options are passed on: npm start -- --runs 20k
import { spawn } from "node:child_process";
import { join } from "node:path";
import { requireNode } from "./node-version.mjs";
import { build, install, root } from "./prepare.mjs";

requireNode();
install();
build();

const model = join("examples", "alliance", "alliance.casus");
const child = spawn(
  process.execPath,
  [join("apps", "cli", "bin", "casus.js"), "run", model, ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: "inherit",
  },
);
// An interrupt reaches the child as well, which ends in its own way; this process waits for it.
process.on("SIGINT", () => {});
child.on("exit", (status, signal) => {
  process.exitCode = status ?? (signal === "SIGINT" ? 130 : 1);
});
