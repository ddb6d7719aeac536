/** What running code writes its log with. */
import type { Json } from "@momiji/core";

export interface TaskLog {
  debug(message: string, fields?: { readonly [name: string]: Json }): void;
  info(message: string, fields?: { readonly [name: string]: Json }): void;
  warning(message: string, fields?: { readonly [name: string]: Json }): void;
  error(message: string, fields?: { readonly [name: string]: Json }): void;
}
