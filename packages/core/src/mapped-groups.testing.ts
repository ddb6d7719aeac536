/** Mapped groups in random graphs. */
import type { TaskGroupSpec } from "./dag-spec.ts";
import type { MappingSpec, NamedValue } from "./mapping.ts";
import { sampleMapping } from "./sample-run.ts";

/** What a group needs to know of the tasks `t0`, `t1`, ... in their order. */
interface Member {
  readonly role: string;
  readonly group: string;
  readonly above: readonly number[];
}

/** Mapped over a list, or over what some task before all of its own returns, each combined with a second list. */
export function randomMappedGroup(groupId: string, shapes: readonly Member[]): TaskGroupSpec {
  const members = shapes.flatMap(({ group }, index) => (group === groupId ? [index] : []));
  const first = members[0] ?? 0;
  const [pick = 0, length = 2] = shapes[first]?.above ?? [];
  const before = shapes.slice(0, first).flatMap(({ role }, index) => (role === "setup" ? [] : [`t${index}`]));
  const source = before[pick % Math.max(1, before.length)] ?? (length % 3) + 1;
  const factor: NamedValue = { name: "y", value: { kind: "list", values: ["a", "b"].slice(0, 1 + (length % 2)) } };
  const { over } = sampleMapping(source) as Extract<MappingSpec, { kind: "product" }>;
  return {
    groupId,
    mapping: { kind: "product", over: [...over, factor] },
    children: members.map((index) => `t${index}`),
  };
}
