/** Writes `tests/constructs/INDEX.md`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { constructTable } from "./construct-index.js";
import { constructsFolder, modelsIn } from "./models.js";

writeFileSync(join(constructsFolder, "INDEX.md"), constructTable(modelsIn(constructsFolder)).table);
