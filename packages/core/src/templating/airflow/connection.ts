/** A connection in a template: its fields, `extra_dejson`, `get_uri()`. */
import { raise, TemplateError } from "../errors.ts";
import type { TemplateConnection } from "../context.ts";
import { quoteQuery, quoteUrl } from "../filters/html.ts";
import { PyDict } from "../python/dict.ts";
import { builtin } from "../python/function.ts";
import { dumpJson, PLAIN_DUMP } from "../python/json-write.ts";
import { readJson } from "../python/json-read.ts";
import { isTrue, strOf } from "../python/protocol.ts";
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
      get_uri: builtin("get_uri", {}, (_args, rt) => uriOf(connection, rt)),
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

/** The URI after Airflow's rules: everything quoted, `extra` as query if it is a flat object of texts. */
function uriOf(connection: TemplateConnection, rt: Runtime): string {
  const { type, host, login, password, port, schema } = connection;
  const scheme = type === undefined || type === "" ? "//" : `${type.toLowerCase().replaceAll("_", "-")}://`;
  const [protocol, hostName] = splitProtocol(host ?? "", type);
  let authority = login === undefined ? "" : quoteUrl(login, "");
  if (password !== undefined) authority += `:${quoteUrl(password, "")}`;
  if (authority !== "") authority += "@";
  let place = quoteUrl(hostName, "");
  if (port !== undefined && port !== 0) place += place === "" && authority === "" ? `@:${port}` : `:${port}`;
  if (schema !== undefined && schema !== "") place += `/${quoteUrl(schema, "")}`;
  const query = queryOf(connection, rt);
  const join = schema === undefined || schema === "" ? "/?" : "?";
  return scheme + protocol + authority + place + (query === "" ? "" : join + query);
}

/** `https://x` as host keeps its protocol, unless it is the connection's own type. */
function splitProtocol(host: string, type: string | undefined): readonly [protocol: string, host: string] {
  const at = host.indexOf("://");
  if (at < 0 || host.slice(0, at) === type) return ["", host];
  return [host.slice(0, at + 3), host.slice(at + 3)];
}

function queryOf(connection: TemplateConnection, rt: Runtime): string {
  if (connection.extra === undefined || connection.extra === "") return "";
  const extra = extraOf(connection);
  const pairs = extra instanceof PyDict ? extra.entries() : [];
  const flat = pairs.length > 0 && pairs.every(([, value]) => typeof value === "string");
  if (!flat) return `__extra__=${quoteQuery(connection.extra)}`;
  return pairs.map(([key, value]) => `${quoteQuery(strOf(key, rt))}=${quoteQuery(value as string)}`).join("&");
}
