/** What mapped tasks need of the XComs of a run: all instances' values at once, and how many elements there are. */
import type { Json, ReturnedLengths } from "@momiji/core";

/** The XComs of all instances of a task. */
export interface XComsOfTask {
  readonly runKey: number;
  readonly taskId: string;
  readonly key: string;
}

/** Where an XCom stands, without its value. */
export interface XComName {
  readonly taskId: string;
  readonly mapIndex: number;
  readonly key: string;
}

export interface MappingStore {
  /** For each key, in order: the values by rising map index. Instances that are removed have none. */
  listXComs(keys: readonly XComsOfTask[]): Promise<Json[][]>;
  /** Every XCom of a run, or of one task in it, by task, map index and key. */
  listXComNames(runKey: number, taskId?: string): Promise<XComName[]>;
  /**
   * How many elements the instances of these tasks returned: items of a list, fields of an object, 1 for anything else.
   * Those that returned nothing are not in it, nor are removed ones.
   */
  returnedLengths(runKey: number, taskIds: readonly string[]): Promise<ReturnedLengths>;
}
