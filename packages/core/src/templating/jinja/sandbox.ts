/** Jinja's sandboxed attribute and item access: attribute first or item first, then the other, then undefined. */
import { isLookupFailure } from "../errors.ts";
import { attributeOf, itemOf } from "../python/operators.ts";
import { reprOf, typeName } from "../python/protocol.ts";
import { PyUndefined } from "../python/undefined.ts";
import { type PyValue, type Runtime, stringOf } from "../python/value.ts";

/** Attributes that Python's objects have and the sandbox denies. */
const DENIED: ReadonlySet<string> = new Set(
  (
    "class doc eq format ge getattribute getstate gt hash init init_subclass le lt ne new reduce reduce_ex repr setattr " +
    "delattr dir sizeof str subclasshook len iter getitem setitem delitem contains add radd sub mul rmul mod rmod call " +
    "self name qualname module dict globals code closure defaults builtins func mro bases subclasses wrapped annotations"
  )
    .split(" ")
    .map((name) => `__${name}__`),
);

/** `target.name`. */
export function sandboxedAttribute(target: PyValue, name: string, rt: Runtime): PyValue {
  const value = attributeOf(target, name, rt);
  if (value !== undefined) return value;
  if (DENIED.has(name)) return denied(target, name);
  try {
    return itemOf(target, name, rt);
  } catch (error) {
    if (!isLookupFailure(error)) throw error;
    return missing(target, name, rt);
  }
}

/** `target[key]`. */
export function sandboxedItem(target: PyValue, key: PyValue, rt: Runtime): PyValue {
  try {
    return itemOf(target, key, rt);
  } catch (error) {
    if (!isLookupFailure(error)) throw error;
  }
  const name = stringOf(key);
  if (name === undefined) return missing(target, key, rt);
  const value = attributeOf(target, name, rt);
  if (value !== undefined) return value;
  return DENIED.has(name) ? denied(target, name) : missing(target, key, rt);
}

function denied(target: PyValue, name: string): PyUndefined {
  return new PyUndefined(`access to attribute '${name}' of '${typeName(target)}' object is unsafe.`, "SecurityError");
}

function missing(target: PyValue, key: PyValue, rt: Runtime): PyUndefined {
  const owner = target === null ? "None" : `${typeName(target)} object`;
  const name = stringOf(key);
  if (name === undefined) return new PyUndefined(`${owner} has no element ${reprOf(key, rt)}`);
  return new PyUndefined(`'${owner}' has no attribute '${name}'`);
}
