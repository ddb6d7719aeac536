/** Python's `bytes`, as far as `str.encode` and templates of bytes need it. */
import { raise } from "../errors.ts";
import { boundMethod, method, methods } from "./function.ts";
import { PySlice, positionOf } from "./slice.ts";
import { type HashKey, PyObject, type PyValue, quoteIf, type Runtime } from "./value.ts";

export class PyBytes extends PyObject {
  readonly typeName = "bytes";
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    super();
    this.bytes = bytes;
  }

  /** UTF-8. */
  static encode(text: string): PyBytes {
    return new PyBytes(new TextEncoder().encode(text));
  }

  override attribute(name: string): PyValue | undefined {
    return boundMethod(BYTES_METHODS, name, this);
  }

  override length(): number {
    return this.bytes.length;
  }

  override iterate(): Iterable<PyValue> {
    return Array.from(this.bytes, BigInt);
  }

  override item(key: PyValue): PyValue {
    if (key instanceof PySlice) {
      return new PyBytes(Uint8Array.from(key.indexes(this.bytes.length), (index) => this.bytes[index] as number));
    }
    return BigInt(this.bytes[positionOf(key, this.bytes.length, "bytes")] as number);
  }

  override equals(other: PyValue): boolean {
    return other instanceof PyBytes && other.hashKey() === this.hashKey();
  }

  override hashKey(): HashKey {
    return `\0bytes:${String.fromCharCode(...this.bytes)}`;
  }

  override repr(): string {
    const raw = Array.from(this.bytes);
    const quote = raw.includes(0x27) && !raw.includes(0x22) ? '"' : "'";
    return `b${quote}${raw.map((byte) => byteText(byte, quote)).join("")}${quote}`;
  }

  override jsonStyle(_rt: Runtime, nested: boolean): string {
    return quoteIf(nested, new TextDecoder().decode(this.bytes));
  }
}

function byteText(byte: number, quote: string): string {
  const char = String.fromCharCode(byte);
  if (char === quote || char === "\\") return `\\${char}`;
  if (char === "\n") return "\\n";
  if (char === "\r") return "\\r";
  if (char === "\t") return "\\t";
  return byte >= 0x20 && byte < 0x7f ? char : `\\x${byte.toString(16).padStart(2, "0")}`;
}

const BYTES_METHODS = methods<PyBytes>({
  decode: method({ encoding: "utf-8", errors: "strict" }, (self, [, errors]) => {
    try {
      return new TextDecoder("utf-8", { fatal: errors === "strict", ignoreBOM: true }).decode(self.bytes);
    } catch {
      return raise("UnicodeDecodeError", "the bytes are not valid UTF-8");
    }
  }),
  hex: method({}, (self) => Array.from(self.bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")),
});
