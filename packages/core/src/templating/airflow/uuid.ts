/** `macros.uuid`: `UUID(...)` and `uuid4()`. */
import { raise } from "../errors.ts";
import { bindArguments, textArgument } from "../python/arguments.ts";
import { builtin } from "../python/function.ts";
import { type CallArguments, type HashKey, PyObject, type PyValue, type Runtime } from "../python/value.ts";
import { PyType, pyModule } from "./record.ts";

export class PyUuid extends PyObject {
  readonly typeName = "UUID";
  readonly #hex: string;

  /** 32 hexadecimal digits. */
  constructor(hex: string) {
    super();
    this.#hex = hex;
  }

  static create(args: CallArguments): PyUuid {
    const [hex, , , , int, version] = bindArguments(
      "UUID",
      { hex: null, bytes: null, bytes_le: null, fields: null, int: null, version: null },
      args,
    );
    if (typeof int === "bigint") {
      if (int < 0n || int >= 1n << 128n) raise("ValueError", "int is out of range (need a 128-bit value)");
      return new PyUuid(int.toString(16).padStart(32, "0"));
    }
    if (version !== null && hex === null) raise("NotSupported", "UUID of bytes or fields");
    const digits = textArgument(hex as PyValue, "hex")
      .replace("urn:", "")
      .replace("uuid:", "")
      .replace(/[{}-]/g, "");
    return /^[\da-f]{32}$/i.test(digits)
      ? new PyUuid(digits.toLowerCase())
      : raise("ValueError", "badly formed hexadecimal UUID string");
  }

  override attribute(name: string): PyValue | undefined {
    switch (name) {
      case "hex":
        return this.#hex;
      case "int":
        return BigInt(`0x${this.#hex}`);
      case "version":
        return BigInt(Number.parseInt(this.#hex[12] as string, 16));
      case "urn":
        return `urn:uuid:${this.str()}`;
      default:
        return undefined;
    }
  }

  override equals(other: PyValue): boolean {
    return other instanceof PyUuid && other.#hex === this.#hex;
  }

  override hashKey(): HashKey {
    return `\0uuid:${this.#hex}`;
  }

  override str(): string {
    return this.#hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }

  override repr(): string {
    return `UUID('${this.str()}')`;
  }
}

function uuid4(rt: Runtime): PyUuid {
  const digits = Array.from({ length: 32 }, () => Math.floor(rt.random() * 16));
  digits[12] = 4;
  digits[16] = 8 + ((digits[16] as number) % 4);
  return new PyUuid(digits.map((digit) => digit.toString(16)).join(""));
}

export const UUID_MODULE = pyModule("uuid", {
  UUID: new PyType("uuid.UUID", (args) => PyUuid.create(args)),
  uuid4: builtin("uuid4", {}, (_args, rt) => uuid4(rt)),
});
