/** Airflow's `macros`. */
import { raise } from "../errors.ts";
import { indexArgument, textArgument, REQUIRED } from "../python/arguments.ts";
import { builtin } from "../python/function.ts";
import { readJson } from "../python/json-read.ts";
import { dumpJson, PLAIN_DUMP } from "../python/json-write.ts";
import { isTrue, strOf } from "../python/protocol.ts";
import { PyTuple } from "../python/sequence.ts";
import { type PyValue, type Runtime, stringOf } from "../python/value.ts";
import { indentText } from "../filters/html.ts";
import { civilOf, MICROS_PER_DAY } from "../time/civil.ts";
import { PyDateTime } from "../time/datetime.ts";
import { PendulumDateTime } from "../time/pendulum.ts";
import { strftime } from "../time/strftime.ts";
import { DATETIME_CLASS, parsedDateTime, TIMEDELTA_CLASS } from "./datetime-class.ts";
import { DATEUTIL } from "./dateutil.ts";
import { PyRecord, pyModule } from "./record.ts";
import { UUID_MODULE } from "./uuid.ts";

const dsAdd = builtin("ds_add", { ds: REQUIRED, days: REQUIRED }, ([ds, days], rt) => {
  const text = strOf(ds as PyValue, rt);
  if (!isTrue(days as PyValue, rt)) return text;
  const date = parsedDateTime(text, "%Y-%m-%d");
  return date.like(date.wall + BigInt(indexArgument(days as PyValue)) * MICROS_PER_DAY, null).strftime("%Y-%m-%d");
});

const dsFormat = builtin(
  "ds_format",
  { ds: REQUIRED, input_format: REQUIRED, output_format: REQUIRED },
  ([ds, from, to], rt) => {
    return parsedDateTime(strOf(ds as PyValue, rt), from as PyValue).strftime(
      textArgument(to as PyValue, "output_format"),
    );
  },
);

const diffForHumans = builtin("datetime_diff_for_humans", { dt: REQUIRED, since: null }, ([dt, since], rt) => {
  const moment =
    dt instanceof PyDateTime ? PendulumDateTime.from(dt) : raise("AttributeError", "dt must be a datetime");
  const method = rt.attribute(moment, "diff_for_humans");
  return rt.call(method, { positional: since === null ? [] : [since as PyValue], named: new Map() });
});

const json = pyModule("json", {
  dumps: builtin(
    "dumps",
    {
      obj: REQUIRED,
      skipkeys: false,
      ensure_ascii: true,
      check_circular: true,
      allow_nan: true,
      cls: null,
      indent: null,
      separators: null,
      default: null,
      sort_keys: false,
    },
    (args, rt) => dumps(args, rt),
  ),
  loads: builtin("loads", { s: REQUIRED }, ([text]) => {
    return readJson(stringOf(text as PyValue) ?? raise("TypeError", "the JSON object must be str, bytes or bytearray"));
  }),
});

function dumps(args: readonly PyValue[], rt: Runtime): string {
  const indent = indentText(args[6] as PyValue);
  const [item, key] = args[7] instanceof PyTuple ? args[7].items.map((part) => textArgument(part, "separators")) : [];
  const options = {
    indent,
    ensureAscii: isTrue(args[2] as PyValue, rt),
    sortKeys: isTrue(args[9] as PyValue, rt),
    itemSeparator: item ?? (indent === null ? PLAIN_DUMP.itemSeparator : ","),
    keySeparator: key ?? PLAIN_DUMP.keySeparator,
  };
  return dumpJson(args[0] as PyValue, options, rt);
}

const time = pyModule("time", {
  time: builtin("time", {}, (_args, rt) => rt.now() / 1e6),
  time_ns: builtin("time_ns", {}, (_args, rt) => BigInt(rt.now()) * 1000n),
  strftime: builtin("strftime", { format: REQUIRED }, ([format], rt) => {
    return strftime(
      { civil: civilOf(BigInt(rt.now())), offsetSeconds: 0, zoneName: "UTC" },
      textArgument(format as PyValue, "format"),
    );
  }),
});

export const MACROS = new PyRecord({
  typeName: "MacrosAccessor",
  attributes: {
    datetime: DATETIME_CLASS,
    timedelta: TIMEDELTA_CLASS,
    dateutil: DATEUTIL,
    json,
    time,
    uuid: UUID_MODULE,
    random: builtin("random", {}, (_args, rt) => rt.random()),
    ds_add: dsAdd,
    ds_format: dsFormat,
    datetime_diff_for_humans: diffForHumans,
  },
  print: () => "<MacrosAccessor (dynamic access to macros)>",
});
