/** An XCom as tasks and templates ask for it. */
import type { Json } from "@momiji/core";
import type { Store } from "./store.ts";

export interface XComPull {
  readonly runKey: number;
  readonly taskId: string;
  readonly key: string;
  /** Absent: of a task that is not mapped its value, of a mapped one the list of all; `all`: always the list. */
  readonly mapIndex?: number | "all";
}

/** Undefined: there is none. */
export async function pullXCom(store: Store, { mapIndex, ...of }: XComPull): Promise<Json | undefined> {
  if (mapIndex !== "all") {
    const [value] = await store.getXComs([{ ...of, mapIndex: mapIndex ?? -1 }]);
    if (value !== undefined || mapIndex !== undefined) return value;
  }
  const [values = []] = await store.listXComs([of]);
  return values.length === 0 && mapIndex === undefined ? undefined : values;
}
