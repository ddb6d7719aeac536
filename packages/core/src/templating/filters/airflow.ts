/** Airflow's own filters: `ds`, `ds_nodash`, `ts`, `ts_nodash`, `ts_nodash_with_tz`. */
import { raise } from "../errors.ts";
import { typeName } from "../python/protocol.ts";
import { PyUndefined } from "../python/undefined.ts";
import type { PyValue } from "../python/value.ts";
import { PyTime } from "../time/date.ts";
import { PyMoment } from "../time/moment.ts";
import { filter, type FilterFunction, type FilterTable } from "./filter.ts";

/** None stays None; dates, date-times and times are printed. */
function printing(name: string, print: (value: PyMoment | PyTime) => string): FilterFunction {
  return filter({}, (value: PyValue) => {
    if (value === null) return null;
    if (value instanceof PyMoment || value instanceof PyTime) return print(value);
    if (value instanceof PyUndefined) return value.fail();
    return raise("AttributeError", `'${typeName(value)}' object has no attribute '${name}'`);
  });
}

function isoFormat(value: PyMoment | PyTime): string {
  return value instanceof PyTime ? value.isoFormat() : value.isoFormat("T");
}

export const AIRFLOW_FILTERS: FilterTable = {
  ds: printing("strftime", (value) => value.strftime("%Y-%m-%d")),
  ds_nodash: printing("strftime", (value) => value.strftime("%Y%m%d")),
  ts: printing("isoformat", isoFormat),
  ts_nodash: printing("strftime", (value) => value.strftime("%Y%m%dT%H%M%S")),
  ts_nodash_with_tz: printing("isoformat", (value) => isoFormat(value).replaceAll("-", "").replaceAll(":", "")),
};
