/** Mapped groups in random graphs. */
import type { TaskGroupSpec } from "./dag-spec.ts";
import type { MappingSpec, NamedValue } from "./mapping.ts";
import { sampleMapping } from "./sample-run.ts";

/** What a group needs to know of the tasks `t0`, `t1`, ... in their order; those with the role `gone` are not there. */
interface Member {
  readonly role: string;
  readonly group: string;
  readonly above: readonly number[];
}

/**
 * Mapped over a list, or over what some task before all of its own returns, each combined with a second list.
 * @param inner a group inside it
 */
export function randomMappedGroup(groupId: string, shapes: readonly Member[], inner?: string): TaskGroupSpec {
  const membersOf = (...groups: readonly (string | undefined)[]) =>
    shapes.flatMap(({ group, role }, index) => (groups.includes(group) && role !== "gone" ? [index] : []));
  const first = membersOf(groupId, inner)[0] ?? 0;
  const [pick = 0, length = 2] = shapes[first]?.above ?? [];
  const isSource = ({ role }: Member) => role !== "setup" && role !== "gone";
  const before = shapes.slice(0, first).flatMap((each, index) => (isSource(each) ? [`t${index}`] : []));
  const source = before[pick % Math.max(1, before.length)] ?? (length % 3) + 1;
  const factor: NamedValue = { name: "y", value: { kind: "list", values: ["a", "b"].slice(0, 1 + (length % 2)) } };
  const { over } = sampleMapping(source) as Extract<MappingSpec, { kind: "product" }>;
  return {
    groupId,
    mapping: { kind: "product", over: [...over, factor] },
    children: [...membersOf(groupId).map((index) => `t${index}`), ...(inner === undefined ? [] : [inner])],
  };
}
