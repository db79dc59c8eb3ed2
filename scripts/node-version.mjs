/** Ends with a plain message where Node is too old for the product or too new to be known to work. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) {
    if (major > 24)
      console.error(`Casus is tried on Node 20 to 24; this is ${process.version}, which may or may not do.`);
    return;
  }
  console.error(`Casus needs Node 20.19 or newer (20 to 24); this is ${process.version}.`);
  process.exit(2);
}
