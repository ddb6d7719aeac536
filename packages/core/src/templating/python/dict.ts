/** Python's `dict` and its views; keys keep the order in which they came. */
import { REQUIRED } from "./arguments.ts";
import { raise } from "../errors.ts";
import { boundMethod, method, methods } from "./function.ts";
import { equal, hashKey, itemsOf, jsonOf, reprOf, strOf, typeName } from "./protocol.ts";
import { PyTuple } from "./sequence.ts";
import { type BinaryOperator, type HashKey, PyObject, type PyValue, type Runtime } from "./value.ts";

export class PyDict extends PyObject {
  readonly typeName = "dict";
  readonly #entries = new Map<HashKey, [key: PyValue, value: PyValue]>();

  /** From pairs; a later pair of an equal key wins. */
  static of(pairs: Iterable<readonly [PyValue, PyValue]>, rt: Runtime): PyDict {
    const dict = new PyDict();
    for (const [key, value] of pairs) dict.set(key, value, rt);
    return dict;
  }

  /** A dict with `str` keys. */
  static named(pairs: Iterable<readonly [string, PyValue]>): PyDict {
    const dict = new PyDict();
    for (const [key, value] of pairs) dict.#entries.set(key.startsWith("\0") ? `\0${key}` : key, [key, value]);
    return dict;
  }

  get(key: PyValue, rt: Runtime): PyValue | undefined {
    return this.#entries.get(hashKey(key, rt))?.[1];
  }

  set(key: PyValue, value: PyValue, rt: Runtime): void {
    const hash = hashKey(key, rt);
    const known = this.#entries.get(hash);
    if (known === undefined) this.#entries.set(hash, [key, value]);
    else known[1] = value;
  }

  delete(key: PyValue, rt: Runtime): boolean {
    return this.#entries.delete(hashKey(key, rt));
  }

  clear(): void {
    this.#entries.clear();
  }

  keys(): PyValue[] {
    return this.entries().map(([key]) => key);
  }

  entries(): (readonly [PyValue, PyValue])[] {
    return [...this.#entries.values()];
  }

  override attribute(name: string): PyValue | undefined {
    return boundMethod(DICT_METHODS, name, this);
  }

  override length(): number {
    return this.#entries.size;
  }

  override iterate(): Iterable<PyValue> {
    return this.keys();
  }

  override contains(needle: PyValue, rt: Runtime): boolean {
    return this.#entries.has(hashKey(needle, rt));
  }

  override item(key: PyValue, rt: Runtime): PyValue {
    return this.get(key, rt) ?? this.#orMissing(key, rt);
  }

  #orMissing(key: PyValue, rt: Runtime): PyValue {
    return this.contains(key, rt) ? null : raise("KeyError", reprOf(key, rt));
  }

  override equals(other: PyValue, rt: Runtime): boolean {
    if (!(other instanceof PyDict) || other.length() !== this.length()) return false;
    return this.entries().every(([key, value]) => {
      if (!other.contains(key, rt)) return false;
      const theirs = other.item(key, rt);
      return value === theirs || equal(value, theirs, rt);
    });
  }

  override hashKey(): HashKey {
    return raise("TypeError", "unhashable type: 'dict'");
  }

  override binary(operator: BinaryOperator, other: PyValue, rt: Runtime): PyValue | undefined {
    if (operator !== "|" || !(other instanceof PyDict)) return undefined;
    return PyDict.of([...this.entries(), ...other.entries()], rt);
  }

  override repr(rt: Runtime): string {
    return `{${this.entries()
      .map(([key, value]) => `${reprOf(key, rt)}: ${reprOf(value, rt)}`)
      .join(", ")}}`;
  }

  override jsonStyle(rt: Runtime): string {
    const parts = this.entries().map(([key, value]) => `${JSON.stringify(strOf(key, rt))}:${jsonOf(value, rt, true)}`);
    return `{${parts.join(",")}}`;
  }
}

/** `keys()`, `values()` and `items()`: they show the dict as it is when they are looked at. */
class PyDictView extends PyObject {
  readonly typeName: "dict_keys" | "dict_values" | "dict_items";
  readonly #dict: PyDict;

  constructor(typeName: PyDictView["typeName"], dict: PyDict) {
    super();
    this.typeName = typeName;
    this.#dict = dict;
  }

  override length(): number {
    return this.#dict.length();
  }

  override iterate(): PyValue[] {
    if (this.typeName === "dict_keys") return this.#dict.keys();
    if (this.typeName === "dict_values") return this.#dict.entries().map(([, value]) => value);
    return this.#dict.entries().map(([key, value]) => new PyTuple([key, value]));
  }

  override repr(rt: Runtime): string {
    return `${this.typeName}([${this.iterate()
      .map((item) => reprOf(item, rt))
      .join(", ")}])`;
  }

  override jsonStyle(rt: Runtime): string {
    return `[${this.iterate()
      .map((item) => jsonOf(item, rt, true))
      .join(",")}]`;
  }
}

/** The pairs of a mapping or of an iterable of pairs, as `dict(...)` and `update` take them. */
export function pairsOf(value: PyValue, rt: Runtime): (readonly [PyValue, PyValue])[] {
  if (value instanceof PyDict) return value.entries();
  return itemsOf(value, rt).map((item, index) => {
    const pair = itemsOf(item, rt);
    if (pair.length === 2) return [pair[0] as PyValue, pair[1] as PyValue];
    const detail = `dictionary update sequence element #${index} has length ${pair.length}; 2 is required`;
    return raise("ValueError", detail);
  });
}

const DICT_METHODS = methods<PyDict>({
  clear: method({}, (self) => {
    self.clear();
    return null;
  }),
  copy: method({}, (self, _args, rt) => PyDict.of(self.entries(), rt)),
  get: method("any", (self, args, rt) => {
    if (args.length < 1 || args.length > 2) raise("TypeError", `get expected at most 2 arguments, got ${args.length}`);
    const [key, byDefault = null] = args;
    return self.contains(key as PyValue, rt) ? self.item(key as PyValue, rt) : byDefault;
  }),
  items: method({}, (self) => new PyDictView("dict_items", self)),
  keys: method({}, (self) => new PyDictView("dict_keys", self)),
  values: method({}, (self) => new PyDictView("dict_values", self)),
  pop: method("any", (self, [key, byDefault], rt) => {
    if (key === undefined) return raise("TypeError", "pop expected at least 1 argument, got 0");
    if (!self.contains(key, rt)) return byDefault === undefined ? raise("KeyError", reprOf(key, rt)) : byDefault;
    const value = self.item(key, rt);
    self.delete(key, rt);
    return value;
  }),
  popitem: method({}, (self, _args, rt) => {
    const last = self.entries().at(-1) ?? raise("KeyError", "'popitem(): dictionary is empty'");
    self.delete(last[0], rt);
    return new PyTuple([...last]);
  }),
  setdefault: method({ key: REQUIRED, default: null }, (self, [key, byDefault], rt) => {
    if (!self.contains(key as PyValue, rt)) self.set(key as PyValue, byDefault as PyValue, rt);
    return self.item(key as PyValue, rt);
  }),
  update: (self, { positional, named }, rt) => {
    for (const other of positional) for (const [key, value] of pairsOf(other, rt)) self.set(key, value, rt);
    for (const [key, value] of named) self.set(key, value, rt);
    return null;
  },
});

/** A value that must have `items()`. */
export function dictArgument(value: PyValue, rt: Runtime): PyDict {
  if (value instanceof PyDict) return value;
  if (value instanceof PyObject) value.attribute("items", rt);
  return raise("AttributeError", `'${typeName(value)}' object has no attribute 'items'`);
}
