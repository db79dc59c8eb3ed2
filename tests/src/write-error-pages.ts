/** Writes `docs/errors`. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { examine } from "./diagnostics/examine.js";
import { errorPages } from "./diagnostics/pages.js";
import { suitesIn } from "./diagnostics/programs.js";
import { diagnosticsFolder, errorsFolder } from "./models.js";

const { files } = await errorPages(suitesIn(diagnosticsFolder), examine);
mkdirSync(errorsFolder, { recursive: true });
for (const file of readdirSync(errorsFolder)) if (!files.has(file)) rmSync(join(errorsFolder, file));
for (const [file, text] of files) writeFileSync(join(errorsFolder, file), text);
