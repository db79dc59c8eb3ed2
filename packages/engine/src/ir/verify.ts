import { type Effect, type Program, type SectionName, signatures } from "./program.js";

/** A program that breaks the rules of the representation: a fault of ours, never of the model. */
export class ProgramFault extends Error {
  override name = "ProgramFault";
}

const sectionNames: readonly SectionName[] = ["once", "close", "step", "weigh", "read"];

/**
 * Checks that every value is defined once, before its use and in a section that its users may see, that types fit the signatures, and that effects stand where they may.
 * @throws {ProgramFault} naming the first violation.
 */
export function verify(program: Program): void {
  const sectionOf = new Map<number, SectionName>();
  for (const section of sectionNames) {
    for (const id of program.sections[section]) {
      const instruction = program.instructions[id];
      if (instruction === undefined || instruction.id !== id)
        throw new ProgramFault(`%${id} in ${section} does not exist`);
      if (sectionOf.has(id)) throw new ProgramFault(`%${id} stands twice`);
      if (instruction.section !== section)
        throw new ProgramFault(`%${id} belongs to ${instruction.section}, stands in ${section}`);
      checkInputs(program, id, section, sectionOf);
      sectionOf.set(id, section);
    }
    for (const effect of program.effects[section]) checkEffect(program, effect, section, sectionOf);
  }
  checkState(program);
}

/** What is loaded has been laid at t₀, what is read has been recorded, and nothing is stored twice in one section. */
function checkState(program: Program): void {
  const laid = new Set<number>();
  const recorded = new Set<number>();
  for (const section of sectionNames) {
    const stored = new Set<number>();
    for (const effect of program.effects[section]) {
      if (effect.kind === "record") recorded.add(effect.column);
      if (effect.kind !== "store") continue;
      if (stored.has(effect.slot)) {
        throw new ProgramFault(`${section} stores @${program.slots[effect.slot]?.name} twice`);
      }
      stored.add(effect.slot);
      if (section === "once") laid.add(effect.slot);
    }
  }
  for (const section of sectionNames) {
    for (const id of program.sections[section]) {
      const { operation, attributes } = program.instructions[id]!;
      const { slot, column, step, value } = attributes;
      if (slot !== undefined && !laid.has(slot))
        throw new ProgramFault(`%${id} loads a slot that is not laid at t₀`);
      if (column !== undefined && !recorded.has(column))
        throw new ProgramFault(`%${id} reads a column that is not recorded`);
      if (step != null && (step < 0 || step > program.steps))
        throw new ProgramFault(`%${id} reads at close ${step}`);
      if (operation === "constant" && !Number.isFinite(value))
        throw new ProgramFault(`%${id} is no finite number`);
    }
  }
}

function checkInputs(
  program: Program,
  id: number,
  section: SectionName,
  sectionOf: ReadonlyMap<number, SectionName>,
): void {
  const instruction = program.instructions[id]!;
  const signature = signatures[instruction.operation];
  if (signature.result !== instruction.type)
    throw new ProgramFault(`%${id} ${instruction.operation} cannot be a ${instruction.type}`);
  if (signature.inputs !== "*" && signature.inputs.length !== instruction.inputs.length) {
    throw new ProgramFault(
      `%${id} ${instruction.operation} takes ${signature.inputs.length} values, has ${instruction.inputs.length}`,
    );
  }
  instruction.inputs.forEach((input, i) => {
    const wanted = signature.inputs === "*" || signature.inputs[i] === "n" ? "number" : "flag";
    checkUse(program, input, wanted, section, sectionOf, `%${id} ${instruction.operation}`);
  });
  const { table, slot, column, draw } = instruction.attributes;
  if (table !== undefined && program.tables[table]?.length !== program.steps + 1)
    throw new ProgramFault(`%${id} reads a table of the wrong length`);
  if (slot !== undefined && program.slots[slot]?.type !== instruction.type)
    throw new ProgramFault(`%${id} loads a slot of another type`);
  if (column !== undefined && program.columns[column]?.type !== instruction.type)
    throw new ProgramFault(`%${id} reads a column of another type`);
  if (slot !== undefined && section !== "step" && section !== "close")
    throw new ProgramFault(`%${id} loads state in ${section}`);
  if (draw?.perStep && section !== "step")
    throw new ProgramFault(`%${id} draws by the step outside of a step`);
  if (column !== undefined && section !== "weigh" && section !== "read")
    throw new ProgramFault(`%${id} reads a column before the record is complete`);
}

function checkUse(
  program: Program,
  id: number,
  type: string,
  section: SectionName,
  sectionOf: ReadonlyMap<number, SectionName>,
  user: string,
): void {
  const defined = sectionOf.get(id);
  if (defined === undefined) throw new ProgramFault(`${user} uses %${id} before it is defined`);
  if (defined !== section && defined !== "once")
    throw new ProgramFault(`${user} in ${section} uses %${id} of ${defined}`);
  if (program.instructions[id]!.type !== type)
    throw new ProgramFault(`${user} takes a ${type}, %${id} is none`);
}

function checkEffect(
  program: Program,
  effect: Effect,
  section: SectionName,
  sectionOf: ReadonlyMap<number, SectionName>,
): void {
  const user = `${effect.kind} in ${section}`;
  switch (effect.kind) {
    case "store": {
      const slot = program.slots[effect.slot];
      if (slot === undefined) throw new ProgramFault(`${user}: no slot ${effect.slot}`);
      if (section === "weigh" || section === "read") throw new ProgramFault(`${user}: state is closed`);
      checkUse(program, effect.value, slot.type, section, sectionOf, user);
      return;
    }
    case "record": {
      const column = program.columns[effect.column];
      if (column === undefined || section !== "close") throw new ProgramFault(`${user}: no such column here`);
      checkUse(program, effect.value, column.type, section, sectionOf, user);
      return;
    }
    case "probe":
      if (program.probes[effect.probe] === undefined)
        throw new ProgramFault(`${user}: no probe ${effect.probe}`);
      checkUse(program, effect.flag, "flag", section, sectionOf, user);
      return;
  }
}
