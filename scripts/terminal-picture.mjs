// Turns coloured terminal text (standard input) into a picture: node scripts/terminal-picture.mjs OUT.png [TITLE]
// Needs a Chromium or Chrome on the PATH, or named by CHROME.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const [out, title = "casus"] = process.argv.slice(2);
if (out === undefined) {
  console.error(
    "usage: casus run MODEL | node scripts/terminal-picture.mjs OUT.png [TITLE]   (with FORCE_COLOR=1)",
  );
  process.exit(2);
}

const text = readFileSync(0, "utf8").replace(/\n+$/, "");
const lines = text.split("\n");
const columns = Math.max(...lines.map((line) => [...line.replace(/\x1b\[[0-9;]*m/g, "")].length));

const page = `<!doctype html><meta charset="utf-8"><style>
  html { background: transparent }
  body { margin: 0; padding: 20px; display: inline-block; background: #eceff4; }
  .window { background: #1e2430; border-radius: 10px; box-shadow: 0 8px 28px #0005; padding: 12px 22px 20px; }
  .bar { font: 13px sans-serif; color: #7d8799; text-align: center; padding-bottom: 12px; position: relative }
  .bar i { position: absolute; left: 0; top: 2px; width: 11px; height: 11px; border-radius: 50%; background: #ff605c; box-shadow: 18px 0 #ffbd44, 36px 0 #00ca4e }
  pre { margin: 0; font: 14px/18px "DejaVu Sans Mono", FreeMono, Menlo, Consolas, monospace; color: #d8dee9; width: ${columns}ch }
  .b { font-weight: bold; color: #f4f7fb } .d { color: #7d8799 }
  .c31 { color: #ff7b72 } .c32 { color: #7ee787 } .c33 { color: #e3b341 } .c34 { color: #79b8ff } .c36 { color: #56d4dd }
</style><div class="window"><div class="bar"><i></i>${escapeHtml(title)}</div><pre>${lines.map(toHtml).join("\n")}</pre></div>`;

const folder = mkdtempSync(join(tmpdir(), "casus-picture-"));
try {
  const file = join(folder, "page.html");
  writeFileSync(file, page);
  const width = Math.ceil(columns * 8.43) + 84;
  const height = lines.length * 18 + 112;
  const flags = ["--headless", "--no-sandbox", "--hide-scrollbars", "--force-device-scale-factor=2"];
  const browser = [process.env.CHROME, "chromium", "chromium-browser", "google-chrome"].find(
    (name) => name !== undefined && spawnSync(name, ["--version"], { stdio: "ignore" }).status === 0,
  );
  if (browser === undefined) {
    console.error("No Chromium or Chrome was found; name one with CHROME=…");
    process.exit(1);
  }
  const { status, stderr } = spawnSync(
    browser,
    [...flags, `--window-size=${width},${height}`, `--screenshot=${resolve(out)}`, `file://${file}`],
    { encoding: "utf8" },
  );
  if (status !== 0) console.error(stderr);
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * One line with its colour sequences as spans.
 * @param {string} line
 */
function toHtml(line) {
  let html = "";
  let isBold = false;
  let isDim = false;
  let colour = null;
  for (const [, codes, chunk] of `\x1b[m${line}`.matchAll(/\x1b\[([0-9;]*)m([^\x1b]*)/g)) {
    for (const code of (codes ?? "").split(";").map(Number)) {
      if (code === 1) isBold = true;
      else if (code === 2) isDim = true;
      else if (code === 22) isBold = isDim = false;
      else if (code >= 31 && code <= 36) colour = code;
      else if (code === 39 || code === 0) colour = null;
    }
    const classes = [isBold ? "b" : "", isDim ? "d" : "", colour === null ? "" : `c${colour}`]
      .filter(Boolean)
      .join(" ");
    const safe = escapeHtml(chunk ?? "");
    html += classes === "" || safe === "" ? safe : `<span class="${classes}">${safe}</span>`;
  }
  return html;
}

/** @param {string} text */
function escapeHtml(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
