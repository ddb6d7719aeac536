/** Jinja's `StrictUndefined`: it may be passed around and asked whether it is defined; any use of it is an error. */
import { TemplateError } from "../errors.ts";
import { type HashKey, PyObject, type PyValue } from "./value.ts";

export class PyUndefined extends PyObject {
  readonly typeName = "StrictUndefined";
  override readonly callable = true;
  readonly #detail: string;
  readonly #kind: string;

  constructor(detail: string, kind = "UndefinedError") {
    super();
    this.#detail = detail;
    this.#kind = kind;
  }

  fail(): never {
    throw new TemplateError(this.#kind, this.#detail);
  }

  override repr(): string {
    return "Undefined";
  }

  override str(): string {
    return this.fail();
  }

  override jsonStyle(): string {
    return this.fail();
  }

  override attribute(name: string): PyValue | undefined {
    return name.startsWith("__") && name.endsWith("__") ? undefined : this.fail();
  }

  override length(): number {
    return this.fail();
  }

  override truthy(): boolean {
    return this.fail();
  }

  override iterate(): Iterable<PyValue> {
    return this.fail();
  }

  override item(): PyValue {
    return this.fail();
  }

  override contains(): boolean {
    return this.fail();
  }

  override equals(_other?: PyValue): boolean {
    return this.fail();
  }

  override order(): boolean {
    return this.fail();
  }

  override hashKey(): HashKey {
    return this.fail();
  }

  override binary(): PyValue {
    return this.fail();
  }

  override reflected(): PyValue {
    return this.fail();
  }

  override negate(): PyValue {
    return this.fail();
  }

  override call(): PyValue {
    return this.fail();
  }
}

/** Jinja's `Undefined`, which `a if b` without an else gives: it prints nothing, is false and empty. */
export class LenientUndefined extends PyUndefined {
  override str(): string {
    return "";
  }

  override jsonStyle(): string {
    return "";
  }

  override length(): number {
    return 0;
  }

  override truthy(): boolean {
    return false;
  }

  override iterate(): Iterable<PyValue> {
    return [];
  }

  override equals(other?: PyValue): boolean {
    return other instanceof LenientUndefined;
  }

  override hashKey(): HashKey {
    return "\0undefined";
  }
}
