/** Secrets among the inputs of a run, however deep they are: none is shown, and none is lost. Pure. */
import { shapeOf } from "./nested-params.ts";
import { type Conf, isObject, type ParamField, textOf, type Value } from "./params.ts";

type Change = (secret: Value) => Value;

/** The inputs with each secret among them changed; what has no field is no secret. */
export function withSecrets(fields: readonly ParamField[], conf: Conf, change: Change): Conf {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const entries = Object.entries(conf).map(([name, value]) => {
    const field = byName.get(name);
    return [name, field === undefined ? value : changed(field, value, change)] as const;
  });
  return Object.fromEntries(entries);
}

/** A value in one line, to be read only. */
export function textWithoutSecrets(field: ParamField, value: Value): string {
  return textOf(changed(field, value, () => "•••"));
}

function changed(field: ParamField, value: Value, change: Change): Value {
  const { kind, fields, shapes } = field;
  if (kind === "password") return change(value);
  if (kind === "rows" && Array.isArray(value))
    return value.map((row: Value) => (isObject(row) ? withSecrets(fields, row, change) : row));
  if (kind === "object" && isObject(value)) return withSecrets(fields, value, change);
  const shape = kind === "shapes" ? shapes[shapeOf(shapes, value)] : undefined;
  return shape === undefined ? value : changed(shape, value, change);
}

/** Stands for a secret that is kept; each has its own, so that it is found again wherever it is moved to. */
const COVER = "••••••••";

function coverOf(number: number): string {
  return number === 0 ? COVER : `${COVER}${number + 1}`;
}

/** The inputs as they may be shown to be changed. */
export function covered(fields: readonly ParamField[], conf: Conf): Conf {
  let count = 0;
  return withSecrets(fields, conf, (secret) => (isKept(secret) ? coverOf(count++) : secret));
}

/** @param kept the inputs that were covered */
export function uncovered(fields: readonly ParamField[], conf: Conf, kept: Conf): Conf {
  const secrets = new Map<Value, Value>();
  withSecrets(fields, kept, (secret) => {
    if (isKept(secret)) secrets.set(coverOf(secrets.size), secret);
    return secret;
  });
  return withSecrets(fields, conf, (secret) => secrets.get(secret) ?? secret);
}

function isKept(secret: Value): boolean {
  return typeof secret === "string" && secret !== "";
}
