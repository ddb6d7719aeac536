/**
 * `Temporal`: the runtime's own where it has one, otherwise the polyfill, which is then loaded (it costs about 20 ms and
 * 9 MB, too much for a child that runs one small task).
 */
import type { Temporal as TemporalTypes } from "temporal-polyfill";

const native = (globalThis as { readonly Temporal?: typeof TemporalTypes }).Temporal;

/** Calendars, zones and exact times; import it from here and never from the polyfill. */
export const Temporal: typeof TemporalTypes = native ?? (await import("temporal-polyfill")).Temporal;

/** The types under the same name, as the library has them. */
export declare namespace Temporal {
  export type Duration = TemporalTypes.Duration;
  export type DurationLike = TemporalTypes.DurationLike;
  export type Instant = TemporalTypes.Instant;
  export type PlainDate = TemporalTypes.PlainDate;
  export type PlainDateTime = TemporalTypes.PlainDateTime;
  export type PlainTime = TemporalTypes.PlainTime;
  export type ZonedDateTime = TemporalTypes.ZonedDateTime;
}
