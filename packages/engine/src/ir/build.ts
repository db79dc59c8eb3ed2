import type {
  Attributes,
  Draw,
  Effect,
  FamilyRecipe,
  Instruction,
  OperationName,
  Program,
  SectionName,
  Slot,
  ValueId,
  ValueType,
} from "./program.js";
import { signatures } from "./program.js";
import {
  addRange,
  anything,
  divideRange,
  maximumRange,
  minimumRange,
  multiplyRange,
  negateRange,
  point,
  type Range,
  union,
  unitRange,
} from "./range.js";
import { familyOf, meanOf } from "./recipes.js";
import { hazard, scalar } from "./scalar.js";

/**
 * Builds a program. Each operation is emitted once (equal operations are one value), in the earliest section in which all its inputs are there: what is fixed for a
 * run is computed once, and operations on constants are carried out here.
 */
export class Builder {
  readonly #instructions: Instruction[] = [];
  readonly #sections: Record<SectionName, ValueId[]> = { once: [], close: [], step: [], weigh: [], read: [] };
  readonly #effects: Record<SectionName, Effect[]> = { once: [], close: [], step: [], weigh: [], read: [] };
  readonly #slots: Slot[] = [];
  readonly #columns: { name: string; type: ValueType }[] = [];
  readonly #probes: { name: string }[] = [];
  readonly #tables: (readonly number[])[] = [];
  readonly #tableIndex = new Map<string, number>();
  readonly #known = new Map<string, ValueId>();
  readonly #ranges: Range[] = [];

  readonly steps: number;

  constructor(steps: number) {
    this.steps = steps;
  }

  /** The section that per-step and per-close values are emitted into. */
  section: SectionName = "once";

  finish(): Program {
    return {
      steps: this.steps,
      instructions: this.#instructions,
      sections: this.#sections,
      effects: this.#effects,
      slots: this.#slots,
      columns: this.#columns,
      probes: this.#probes,
      tables: this.#tables,
    };
  }

  // --- sources ---

  number(value: number): ValueId {
    return this.#emit("constant", [], { value }, "once", point(value));
  }

  flag(value: boolean): ValueId {
    return this.#emit("flag", [], { value: value ? 1 : 0 }, "once");
  }

  /** A named number. Whoever moves one keeps it in 0 … 1, or above 0, where it is so. */
  parameter(name: string, value: number): ValueId {
    return this.#emit(
      "parameter",
      [],
      { name, value },
      "once",
      value >= 0 ? { low: 0, high: value <= 1 ? 1 : Infinity } : anything,
    );
  }

  /** A value that depends on k alone. Tables that never change are constants. */
  table(values: readonly number[]): ValueId {
    if (values.every((v) => Object.is(v, values[0]))) return this.number(values[0] ?? 0);
    return this.#emit("table", [], { table: this.#tableOf(values) }, this.section, {
      low: Math.min(...values),
      high: Math.max(...values),
    });
  }

  /** True for first ≤ k ≤ last. */
  during(first: number, last: number): ValueId {
    const values = Array.from({ length: this.steps + 1 }, (_, k) => (k >= first && k <= last ? 1 : 0));
    if (values.every((v) => v === values[0])) return this.flag(values[0] === 1);
    return this.#emit("flag table", [], { table: this.#tableOf(values) }, this.section);
  }

  /** k itself. */
  stepNumber(): ValueId {
    return this.table(Array.from({ length: this.steps + 1 }, (_, k) => k));
  }

  draw(kind: "uniform" | "normal", draw: Draw): ValueId {
    return this.#emit(
      kind,
      [],
      { draw },
      draw.perStep ? "step" : "once",
      kind === "uniform" ? unitRange : anything,
    );
  }

  /** The quantile function of a family at `uniform`; 0 where the family does not allow its parameters, see {@link allowed}. */
  quantile(
    family: FamilyRecipe,
    uniform: ValueId,
    parameters: readonly ValueId[],
    range: Range = anything,
  ): ValueId {
    return this.#emit("quantile", [uniform, ...parameters], { family }, undefined, range);
  }

  /** The mean of a family; 0 where it has none, or does not allow its parameters. */
  mean(family: FamilyRecipe, parameters: readonly ValueId[]): ValueId {
    const values = parameters.map((id) => this.constantOf(id));
    if (values.every((v) => v !== null)) return this.number(meanOf(familyOf(family), values as number[]));
    return this.#emit("mean", parameters, { family });
  }

  /** Whether a family allows its parameters. */
  allowed(family: FamilyRecipe, parameters: readonly ValueId[]): ValueId {
    const values = parameters.map((id) => this.constantOf(id));
    if (values.every((v) => v !== null))
      return this.flag(familyOf(family).refuse(values as number[]) === null);
    return this.#emit("allowed", parameters, { family });
  }

  column(column: number, step: number | null): ValueId {
    const { type } = this.#columns[column]!;
    return this.#emit(type === "number" ? "column" : "flag column", [], { column, step }, this.section);
  }

  // --- state and effects ---

  slot(name: string, type: ValueType): number {
    this.#slots.push({ name, type });
    return this.#slots.length - 1;
  }

  load(slot: number, range: Range = anything): ValueId {
    const { type } = this.#slots[slot]!;
    return this.#emit(type === "number" ? "load" : "load flag", [], { slot }, this.section, range);
  }

  store(slot: number, value: ValueId, section: SectionName = this.section): void {
    this.#effects[section].push({ kind: "store", slot, value });
  }

  record(name: string, value: ValueId): number {
    const existing = this.#effects.close.find((effect) => effect.kind === "record" && effect.value === value);
    if (existing?.kind === "record") return existing.column;
    this.#columns.push({ name, type: this.typeOf(value) });
    this.#effects.close.push({ kind: "record", column: this.#columns.length - 1, value });
    return this.#columns.length - 1;
  }

  probe(name: string, flag: ValueId): number | null {
    if (this.constantOf(flag) === 0) return null;
    this.#probes.push({ name });
    this.#effects[this.section].push({ kind: "probe", probe: this.#probes.length - 1, flag });
    return this.#probes.length - 1;
  }

  // --- arithmetic ---

  add = (a: ValueId, b: ValueId): ValueId => {
    if (this.constantOf(a) === 0) return b;
    if (this.constantOf(b) === 0) return a;
    return this.#binary("add", a, b, addRange);
  };
  subtract = (a: ValueId, b: ValueId): ValueId => {
    if (this.constantOf(b) === 0) return a;
    return this.#binary("subtract", a, b, (x, y) => addRange(x, negateRange(y)));
  };
  multiply = (a: ValueId, b: ValueId): ValueId => {
    if (this.constantOf(a) === 1) return b;
    if (this.constantOf(b) === 1) return a;
    return this.#binary("multiply", a, b, multiplyRange);
  };
  divide = (a: ValueId, b: ValueId): ValueId =>
    this.constantOf(b) === 1 ? a : this.#binary("divide", a, b, divideRange);
  minimum = (a: ValueId, b: ValueId): ValueId => this.#binary("minimum", a, b, minimumRange);
  maximum = (a: ValueId, b: ValueId): ValueId => this.#binary("maximum", a, b, maximumRange);
  power = (a: ValueId, b: ValueId): ValueId => this.#binary("power", a, b, () => anything);
  negate = (a: ValueId): ValueId => this.#unary("negate", a, negateRange);
  absolute = (a: ValueId): ValueId =>
    this.#unary("absolute", a, (r) => ({
      low: r.low <= 0 && r.high >= 0 ? 0 : Math.min(Math.abs(r.low), Math.abs(r.high)),
      high: Math.max(Math.abs(r.low), Math.abs(r.high)),
    }));
  floor = (a: ValueId): ValueId =>
    this.#unary("floor", a, (r) => ({ low: Math.floor(r.low), high: Math.floor(r.high) }));
  round = (a: ValueId): ValueId =>
    this.#unary("round", a, (r) => ({ low: Math.floor(r.low), high: Math.ceil(r.high) }));
  ceiling = (a: ValueId): ValueId =>
    this.#unary("ceiling", a, (r) => ({ low: Math.ceil(r.low), high: Math.ceil(r.high) }));
  squareRoot = (a: ValueId): ValueId => this.#unary("square root", a, () => ({ low: 0, high: Infinity }));
  exponential = (a: ValueId): ValueId => this.#unary("exponential", a, () => ({ low: 0, high: Infinity }));
  logarithm = (a: ValueId): ValueId => this.#unary("logarithm", a, () => anything);
  logistic = (a: ValueId): ValueId => this.#unary("logistic", a, () => unitRange);
  normalQuantile = (a: ValueId): ValueId => this.#unary("normal quantile", a, () => anything);

  /** 1 − (1 − p)^exponent, p in [0, 1]. */
  hazard(p: ValueId, exponent: number): ValueId {
    if (exponent === 1) return p;
    const value = this.constantOf(p);
    if (value !== null) return this.number(hazard(value, exponent));
    return this.#emit("hazard", [p], { value: exponent }, undefined, unitRange);
  }

  select(flag: ValueId, then: ValueId, otherwise: ValueId): ValueId {
    const known = this.constantOf(flag);
    if (known !== null) return known === 1 ? then : otherwise;
    if (then === otherwise) return then;
    return this.#emit(
      "select",
      [flag, then, otherwise],
      {},
      undefined,
      union(this.rangeOf(then), this.rangeOf(otherwise)),
    );
  }

  // --- flags ---

  less = (a: ValueId, b: ValueId): ValueId => this.#compare("less", a, b);
  lessOrEqual = (a: ValueId, b: ValueId): ValueId => this.#compare("less or equal", a, b);
  equal = (a: ValueId, b: ValueId): ValueId => this.#compare("equal", a, b);

  not = (a: ValueId): ValueId => {
    const known = this.constantOf(a);
    if (known !== null) return this.flag(known === 0);
    const instruction = this.#instructions[a]!;
    return instruction.operation === "not" ? instruction.inputs[0]! : this.#emit("not", [a], {});
  };

  and = (a: ValueId, b: ValueId): ValueId => {
    const [x, y] = [this.constantOf(a), this.constantOf(b)];
    if (x === 0 || y === 1 || a === b) return a;
    if (y === 0 || x === 1) return b;
    return this.#emit("and", [a, b], {});
  };

  or = (a: ValueId, b: ValueId): ValueId => {
    const [x, y] = [this.constantOf(a), this.constantOf(b)];
    if (x === 1 || y === 0 || a === b) return a;
    if (y === 1 || x === 0) return b;
    return this.#emit("or", [a, b], {});
  };

  // --- what is known ---

  /** The value of a constant number or flag (1, 0), else null. */
  constantOf(id: ValueId): number | null {
    const instruction = this.#instructions[id]!;
    return instruction.operation === "constant" || instruction.operation === "flag"
      ? (instruction.attributes.value as number)
      : null;
  }

  rangeOf(id: ValueId): Range {
    return this.#ranges[id] ?? anything;
  }

  typeOf(id: ValueId): ValueType {
    return this.#instructions[id]!.type;
  }

  instruction(id: ValueId): Instruction {
    return this.#instructions[id]!;
  }

  #tableOf(values: readonly number[]): number {
    const key = values.join();
    let index = this.#tableIndex.get(key);
    if (index === undefined) {
      index = this.#tables.push(values) - 1;
      this.#tableIndex.set(key, index);
    }
    return index;
  }

  #unary(operation: keyof typeof scalar, a: ValueId, range: (r: Range) => Range): ValueId {
    const x = this.constantOf(a);
    if (x !== null) return this.number((scalar[operation] as (x: number) => number)(x));
    return this.#emit(operation, [a], {}, undefined, range(this.rangeOf(a)));
  }

  #binary(
    operation: keyof typeof scalar,
    a: ValueId,
    b: ValueId,
    range: (x: Range, y: Range) => Range,
  ): ValueId {
    const [x, y] = [this.constantOf(a), this.constantOf(b)];
    if (x !== null && y !== null)
      return this.number((scalar[operation] as (x: number, y: number) => number)(x, y));
    return this.#emit(operation, [a, b], {}, undefined, range(this.rangeOf(a), this.rangeOf(b)));
  }

  #compare(operation: "less" | "less or equal" | "equal", a: ValueId, b: ValueId): ValueId {
    const [x, y] = [this.constantOf(a), this.constantOf(b)];
    if (x !== null && y !== null) return this.flag(scalar[operation](x, y));
    const [r, s] = [this.rangeOf(a), this.rangeOf(b)];
    if (operation === "less" && r.high < s.low) return this.flag(true);
    if (operation === "less or equal" && r.high <= s.low) return this.flag(true);
    return this.#emit(operation, [a, b], {});
  }

  #emit(
    operation: OperationName,
    inputs: readonly ValueId[],
    attributes: Attributes,
    section?: SectionName,
    range?: Range,
  ): ValueId {
    const place = section ?? this.#earliest(inputs);
    const key = `${place}|${operation}|${inputs.join()}|${JSON.stringify(attributes)}${attributes.value === 0 && 1 / attributes.value < 0 ? "|-0" : ""}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const id = this.#instructions.length;
    this.#instructions.push({
      id,
      operation,
      type: signatures[operation].result,
      section: place,
      inputs,
      attributes,
    });
    this.#sections[place].push(id);
    this.#known.set(key, id);
    if (range !== undefined) this.#ranges[id] = range;
    return id;
  }

  /** Inputs of `once` alone: once. Otherwise the one other section that they come from. */
  #earliest(inputs: readonly ValueId[]): SectionName {
    for (const id of inputs) {
      const { section } = this.#instructions[id]!;
      if (section !== "once") return section;
    }
    return "once";
  }
}
