/** How running code sees a connection. */
import type { Json } from "@momiji/core";

/** A connection as a task reads it: Airflow's fields. */
export interface Connection {
  readonly id: string;
  readonly type: string;
  readonly host?: string;
  readonly port?: number;
  readonly login?: string;
  readonly password?: string;
  readonly schema?: string;
  readonly extra: { readonly [name: string]: Json };
}
