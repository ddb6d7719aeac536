/** `var.value`, `var.json` and `conn`: every attribute is a lookup. */
import { isKind, raise, TemplateError } from "../errors.ts";
import type { TemplateConnection, TemplateContext } from "../context.ts";
import { bindArguments, REQUIRED } from "../python/arguments.ts";
import { PyFunction } from "../python/function.ts";
import { readJson } from "../python/json-read.ts";
import { strOf } from "../python/protocol.ts";
import { PyObject, type PyValue, type Runtime } from "../python/value.ts";
import { addConnectionHint, setVariableHint } from "../../settings/missing-settings.ts";
import { connectionOf } from "./connection.ts";
import { PyRecord } from "./record.ts";

/** Gives what an attribute names, or throws an error of kind `notFound`. */
class Accessor extends PyObject {
  readonly typeName: string;
  readonly #notFound: string;
  readonly #byDefault: PyValue;
  readonly #find: (name: string) => PyValue;

  constructor(
    typeName: string,
    missing: { readonly kind: string; readonly byDefault: PyValue },
    find: (name: string) => PyValue,
  ) {
    super();
    this.typeName = typeName;
    this.#notFound = missing.kind;
    this.#byDefault = missing.byDefault;
    this.#find = find;
  }

  /** Jinja asks for an attribute of what it calls, and every attribute is a lookup. */
  override call(): PyValue {
    return this.#find("unsafe_callable");
  }

  override attribute(name: string, rt: Runtime): PyValue {
    if (name === "get")
      return new PyFunction("get", (args) =>
        this.#get(bindArguments("get", { key: REQUIRED, default: this.#byDefault }, args), rt),
      );
    return this.#find(name);
  }

  #get([key, byDefault]: readonly PyValue[], rt: Runtime): PyValue {
    try {
      return this.#find(strOf(key as PyValue, rt));
    } catch (error) {
      if (isKind(error, this.#notFound)) return byDefault as PyValue;
      throw error;
    }
  }

  override equals(other: PyValue): boolean {
    return other instanceof Accessor && other.typeName === this.typeName;
  }

  override repr(): string {
    return `<${this.typeName} (dynamic access)>`;
  }
}

/** What `var.value.get(key)` gives without a default. */
const NOT_SET = new PyRecord({ typeName: "ArgNotSet", attributes: {}, print: () => "NOTSET" });

/** `var.value` and `var.json`. A variable that is no JSON counts as not found in `var.json`, as in Airflow. */
export function variables(context: TemplateContext, json: boolean, { style }: Runtime): PyObject {
  const byDefault = style === "json" ? null : NOT_SET;
  return new Accessor("VariableAccessor", { kind: "AirflowRuntimeError", byDefault }, (key) => {
    const text = context.variable(key) ?? missingVariable(key);
    if (!json) return text;
    try {
      return readJson(text);
    } catch (error) {
      if (error instanceof TemplateError)
        return missingVariable(key, "it is there, but is no JSON: `var.value` has it as text");
      throw error;
    }
  });
}

/** In Airflow's words, and what to do about it. */
function missingVariable(key: string, remedy = setVariableHint(key)): never {
  return raise("AirflowRuntimeError", `VARIABLE_NOT_FOUND: {'message': 'Variable ${key} not found'}; ${remedy}`);
}

export function connections(context: TemplateContext): PyObject {
  return new Accessor("ConnectionAccessor", { kind: "AirflowNotFoundException", byDefault: null }, (id) => {
    const connection: TemplateConnection | null = context.connection(id);
    return connection === null
      ? raise("AirflowNotFoundException", `The conn_id \`${id}\` isn't defined; ${addConnectionHint(id)}`)
      : connectionOf(connection);
  });
}
