import type { NumberLanes } from "../interpret/kernels.js";
import type { Machine } from "../interpret/machine.js";
import type { Watched } from "../lower/watch.js";

/** How often something that is watched for has happened, among runs of weight above 0. */
export interface ProbeTally {
  readonly watched: Watched;
  runs: number;
  counted: number;
  /** The first run in which it happened, and the step of it. */
  first: { readonly run: number; readonly step: number } | null;
}

export interface Tally {
  readonly probes: readonly ProbeTally[];
  add(machine: Machine, weights: NumberLanes, firstRun: number, n: number): void;
}

export function tallyProbes(watched: readonly Watched[]): Tally {
  const probes: ProbeTally[] = watched.map((what) => ({ watched: what, runs: 0, counted: 0, first: null }));
  return {
    probes,
    add(machine, weights, firstRun, n) {
      probes.forEach((probe, index) => {
        const held = machine.firstHeld[index] as Int32Array;
        for (let i = 0; i < n; i++) {
          if (!(weights[i]! > 0)) continue;
          probe.counted++;
          const step = held[i]!;
          if (step < 0) continue;
          probe.runs++;
          probe.first ??= { run: firstRun + i, step };
        }
      });
    },
  };
}
