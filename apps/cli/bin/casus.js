#!/usr/bin/env node
// Kept to what very old versions of Node can read, so that they too get a plain answer.
var version = process.versions.node.split(".").map(Number);
var isSupported = version[0] === 20 ? version[1] >= 19 : version[0] > 20;
if (!isSupported) {
  process.stderr.write(["casus needs Node 20.19 or newer; this is ", process.version, ".\n"].join(""));
  process.exit(2);
}
import("../dist/main.js").then(
  (main) => {
    main.start();
  },
  (error) => {
    if (error && error.code === "ERR_MODULE_NOT_FOUND" && String(error.message).indexOf("main.js") >= 0) {
      process.stderr.write("casus has not been built yet: npm run build\n");
      process.exit(2);
    }
    throw error;
  },
);
