import type { Attributes, Effect, FamilyRecipe, Instruction, Program, SectionName } from "./program.js";

/** A program as text, one instruction a line: for people, tests and bug reports. */
export function printProgram(program: Program): string {
  const lines: string[] = [];
  for (const section of [
    "once",
    "close",
    "step",
    "weigh",
    "read",
  ] as const satisfies readonly SectionName[]) {
    if (program.sections[section].length === 0 && program.effects[section].length === 0) continue;
    lines.push(`${section}:`);
    for (const id of program.sections[section])
      lines.push(`  ${printInstruction(program, program.instructions[id]!)}`);
    for (const effect of program.effects[section]) lines.push(`  ${printEffect(program, effect)}`);
  }
  return `${lines.join("\n")}\n`;
}

function printInstruction(program: Program, instruction: Instruction): string {
  const inputs = instruction.inputs.map((id) => `%${id}`).join(", ");
  return [
    `%${instruction.id}`,
    "=",
    instruction.operation,
    inputs,
    printAttributes(program, instruction.attributes),
  ]
    .filter((part) => part !== "")
    .join(" ");
}

function printAttributes(program: Program, attributes: Attributes): string {
  const parts: string[] = [];
  if (attributes.name !== undefined) parts.push(`"${attributes.name}"`);
  if (attributes.value !== undefined) parts.push(String(attributes.value));
  if (attributes.table !== undefined)
    parts.push(`#${attributes.table} [${runLengths(program.tables[attributes.table]!)}]`);
  if (attributes.slot !== undefined) parts.push(`@${program.slots[attributes.slot]!.name}`);
  if (attributes.draw !== undefined) {
    const { site, perStep, unknown } = attributes.draw;
    parts.push(`"${site}"${perStep ? " by step" : ""}${unknown ? " unknown" : ""}`);
  }
  if (attributes.column !== undefined) {
    parts.push(
      `$${program.columns[attributes.column]!.name}`,
      attributes.step === null ? "at end" : `at ${attributes.step}`,
    );
  }
  if (attributes.family !== undefined) parts.push(recipeText(attributes.family));
  return parts.join(" ");
}

function printEffect(program: Program, effect: Effect): string {
  switch (effect.kind) {
    case "store":
      return `store @${program.slots[effect.slot]!.name} %${effect.value}`;
    case "record":
      return `record $${program.columns[effect.column]!.name} %${effect.value}`;
    case "probe":
      return `probe "${program.probes[effect.probe]!.name}" %${effect.flag}`;
  }
}

function recipeText(recipe: FamilyRecipe): string {
  switch (recipe.kind) {
    case "family":
      return recipe.family;
    case "mixture":
      return `mixture(${recipe.parts.map(recipeText).join(", ")})`;
    case "truncated":
      return `truncated(${[recipeText(recipe.operand), recipe.low ? "low" : "", recipe.high ? "high" : ""].filter((part) => part !== "").join(", ")})`;
  }
}

/** `0×5 1×3`: tables are long and mostly constant. */
function runLengths(table: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < table.length; ) {
    let j = i;
    while (j < table.length && table[j] === table[i]) j++;
    parts.push(j - i === 1 ? `${table[i]}` : `${table[i]}×${j - i}`);
    i = j;
    if (parts.length === 12 && i < table.length) return `${parts.join(" ")} …`;
  }
  return parts.join(" ");
}
