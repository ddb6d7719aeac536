/** Effective priorities: a task's own weight and those of everything behind it (or before it), as Airflow adds them. */
import type { DagGraph, GraphTask } from "./dag-graph.ts";

const INT32_MAX = 2_147_483_647;
const INT32_MIN = -2_147_483_648;
const BITS = 32;
/** Words of the bitsets that are worked on together: bounds the memory to 128 bytes a task, however large the graph. */
const BLOCK_WORDS = 32;

const known = new WeakMap<DagGraph, readonly number[]>();

/**
 * The effective priority of every task by index; higher goes first. `downstream` (default): own weight plus those of all
 * its distinct descendants; `upstream`: of all its ancestors; `absolute`: its own. Clamped to 32 bits as in Airflow.
 * Computed at the first call for a graph: only admission needs it.
 */
export function priorityWeights(graph: DagGraph): readonly number[] {
  let weights = known.get(graph);
  if (weights === undefined) {
    weights = computeWeights(graph);
    known.set(graph, weights);
  }
  return weights;
}

function computeWeights({ tasks, order }: DagGraph): readonly number[] {
  const own = tasks.map((task) => task.spec.priorityWeight ?? 1);
  const ruleOf = (task: GraphTask) => task.spec.weightRule ?? "downstream";
  const isUsed = (rule: string) => tasks.some((task) => ruleOf(task) === rule);
  const sums = {
    absolute: own,
    downstream: isUsed("downstream")
      ? sumOver({ own, order: order.toReversed(), next: (i) => downstream(tasks, i) })
      : own,
    upstream: isUsed("upstream") ? sumOver({ own, order, next: (i) => upstream(tasks, i) }) : own,
  };
  return tasks.map((task) => clamp(sums[ruleOf(task)][task.index] as number));
}

interface Relation {
  readonly own: readonly number[];
  /** Every task after all those that `next` gives for it. */
  readonly order: readonly number[];
  readonly next: (task: number) => readonly number[];
}

/**
 * Own weight plus those of everything that can be reached. Each relative counts once however many ways lead to it, so
 * sums cannot be added up along the edges: sets of relatives are, as bits, a block of columns at a time.
 */
function sumOver({ own, order, next }: Relation): readonly number[] {
  const sums = [...own];
  const rows = new Uint32Array(own.length * BLOCK_WORDS);
  for (let first = 0; first < own.length; first += BLOCK_WORDS * BITS) {
    for (const task of order) fillRow({ rows, first, task, relatives: next(task) });
    for (const task of order) sums[task] = (sums[task] as number) + weighRow({ rows, first, task, own });
    rows.fill(0);
  }
  return sums;
}

/** The relatives of a task within the block: those next to it, and theirs. */
function fillRow({
  rows,
  first,
  task,
  relatives,
}: {
  readonly rows: Uint32Array;
  readonly first: number;
  readonly task: number;
  readonly relatives: readonly number[];
}): void {
  const row = task * BLOCK_WORDS;
  for (const relative of relatives) {
    const other = relative * BLOCK_WORDS;
    for (let word = 0; word < BLOCK_WORDS; word++)
      rows[row + word] = (rows[row + word] as number) | (rows[other + word] as number);
    const column = relative - first;
    if (column < 0 || column >= BLOCK_WORDS * BITS) continue;
    const at = row + (column >>> 5);
    rows[at] = (rows[at] as number) | (1 << (column & 31));
  }
}

function weighRow({
  rows,
  first,
  task,
  own,
}: {
  readonly rows: Uint32Array;
  readonly first: number;
  readonly task: number;
  readonly own: readonly number[];
}): number {
  let sum = 0;
  for (let word = 0; word < BLOCK_WORDS; word++) {
    let bits = rows[task * BLOCK_WORDS + word] as number;
    while (bits !== 0) {
      const bit = 31 - Math.clz32(bits);
      sum += own[first + word * BITS + bit] as number;
      bits &= ~(1 << bit);
    }
  }
  return sum;
}

function downstream(tasks: readonly GraphTask[], index: number): readonly number[] {
  return (tasks[index] as GraphTask).downstream;
}

function upstream(tasks: readonly GraphTask[], index: number): readonly number[] {
  return (tasks[index] as GraphTask).upstream;
}

function clamp(weight: number): number {
  return Math.max(INT32_MIN, Math.min(INT32_MAX, weight));
}
