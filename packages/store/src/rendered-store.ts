/** What the templates of task instances became, as people see it. */
import type { InstanceKey, Json } from "@momiji/core";

/** By field: those that are templates, with secrets hidden. */
export type RenderedFields = { readonly [field: string]: Json };

export interface RenderedPlace extends InstanceKey {
  readonly runKey: number;
}

export interface RenderedStore {
  /** One answer for each place, in order: of the latest attempt. Null: nothing was rendered for it (yet). */
  findRendered(places: readonly RenderedPlace[]): Promise<(RenderedFields | null)[]>;
}
