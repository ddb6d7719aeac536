/** A connection in a template: its fields, `extra_dejson`, `get_uri()`. */
import { raise, TemplateError } from "../errors.ts";
import type { TemplateConnection } from "../context.ts";
import { connectionUri } from "../../settings/connection-uri.ts";
import { PyDict } from "../python/dict.ts";
import { builtin } from "../python/function.ts";
import { dumpJson, PLAIN_DUMP } from "../python/json-write.ts";
import { readJson } from "../python/json-read.ts";
import { isTrue } from "../python/protocol.ts";
import type { PyValue, Runtime } from "../python/value.ts";
import { PyRecord } from "./record.ts";

export function connectionOf(connection: TemplateConnection): PyRecord {
  const extra = () => extraOf(connection);
  const fields = {
    conn_id: connection.connectionId,
    conn_type: connection.type ?? null,
    description: connection.description ?? null,
    host: connection.host ?? null,
    schema: connection.schema ?? null,
    login: connection.login ?? null,
    password: connection.password ?? null,
    port: connection.port === undefined ? null : BigInt(connection.port),
    extra: connection.extra ?? null,
  };
  const printed = new PyRecord({
    typeName: "Connection",
    attributes: fields,
    print: (self, rt) => `Connection(${self.fields(rt, ", ")})`,
  });
  return new PyRecord({
    typeName: "Connection",
    attributes: {
      ...fields,
      EXTRA_KEY: "__extra__",
      extra_dejson: extra,
      get_extra_dejson: builtin("get_extra_dejson", {}, extra),
      get_uri: builtin("get_uri", {}, () => uriOf(connection)),
      get_hook: builtin("get_hook", {}, () => raise("AirflowException", `Unknown hook type "${connection.type}"`)),
      to_dict: builtin("to_dict", { prune_empty: false, validate: true }, ([prune], rt) => {
        const all = dictOf(fields, extra());
        return isTrue(prune as PyValue, rt) ? pruned(all, rt) : all;
      }),
      as_json: builtin("as_json", {}, (_args, rt) => {
        const filled = pruned(dictOf(fields, extra()), rt);
        filled.delete("conn_id", rt);
        return dumpJson(filled, PLAIN_DUMP, rt);
      }),
    },
    print: (_self, rt) => printed.repr(rt),
  });
}

/** `extra` read as JSON; nothing or bad JSON gives an empty dict. */
function extraOf(connection: TemplateConnection): PyValue {
  if (connection.extra === undefined || connection.extra === "") return new PyDict();
  try {
    return readJson(connection.extra);
  } catch (error) {
    if (error instanceof TemplateError) return new PyDict();
    throw error;
  }
}

function dictOf(fields: { readonly [name: string]: PyValue }, extra: PyValue): PyDict {
  const names = ["conn_id", "conn_type", "description", "host", "login", "password", "schema", "port"];
  return PyDict.named([...names.map((name) => [name, fields[name] as PyValue] as const), ["extra", extra]]);
}

function pruned(fields: PyDict, rt: Runtime): PyDict {
  const isEmpty = (value: PyValue) =>
    value === null || value === "" || (value instanceof PyDict && value.length() === 0);
  return PyDict.of(
    fields.entries().filter(([, value]) => !isEmpty(value)),
    rt,
  );
}

/** The URI after Airflow's rules. */
function uriOf({ type, host, login, password, port, schema, extra }: TemplateConnection): string {
  return connectionUri({
    type: type ?? "",
    host: host ?? null,
    login: login ?? null,
    password: password ?? null,
    port: port ?? null,
    schema: schema ?? null,
    extra: extra ?? null,
  });
}
