/**
 * The keys that seal secrets in the store: AES-256-GCM. The first key of the ring encrypts, all of them decrypt; each
 * sealed text carries the id of its key, so that a ring can be rotated while it is in use.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import type { Sealed } from "@momiji/store";
import { ApiError } from "../errors.ts";

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ALGORITHM = "aes-256-gcm";

/** Why a sealed text cannot be opened. */
export type SealTrouble = "no_such_key" | "damaged";

export class SealError extends Error {
  override readonly name = "SealError";
  readonly trouble: SealTrouble;

  constructor(trouble: SealTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** A key that is none. The message says which of the list it is, never what it reads. */
export class KeyInvalid extends Error {
  override readonly name = "KeyInvalid";
}

export class KeyRing {
  #keys: ReadonlyMap<string, Buffer>;

  /** Keys as text, the one that encrypts first: 32 bytes in base64 (Airflow's Fernet keys are that). @throws KeyInvalid */
  constructor(keys: readonly string[]) {
    this.#keys = new Map(keys.map((text, index) => readKey(text, index)).map((key) => [idOf(key), key]));
  }

  /** The ids of all keys, the one that encrypts first. */
  get ids(): readonly string[] {
    return [...this.#keys.keys()];
  }

  /** Id of the key that encrypts. @throws ApiError `no_keys` */
  get newest(): string {
    const [newest] = this.#keys.keys();
    if (newest === undefined) throw new ApiError("no_keys");
    return newest;
  }

  /** From now on this key encrypts. @throws KeyInvalid */
  add(text: string): void {
    const key = readKey(text, 0);
    this.#keys = new Map([[idOf(key), key], ...this.#keys]);
  }

  /** `name` is bound to the text: sealed for one name, it cannot be opened under another. */
  seal(name: string, text: string): Sealed {
    const keyId = this.newest;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.#keys.get(keyId) as Buffer, nonce).setAAD(Buffer.from(name));
    const sealed = Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final()]);
    return { text: Buffer.concat([sealed, cipher.getAuthTag()]).toString("base64"), keyId };
  }

  /** @throws SealError */
  open(name: string, { text, keyId }: Sealed): string {
    const key = this.#keys.get(keyId);
    if (key === undefined) throw new SealError("no_such_key");
    const bytes = Buffer.from(text, "base64");
    try {
      const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(name));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      return decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, "utf8") + decipher.final("utf8");
    } catch {
      throw new SealError("damaged");
    }
  }
}

/** A new key as text. */
export function generateKey(): string {
  return randomBytes(KEY_BYTES).toString("base64");
}

function readKey(text: string, index: number): Buffer {
  const key = /^[A-Za-z0-9+/_-]+={0,2}$/.test(text) ? Buffer.from(text, "base64") : Buffer.alloc(0);
  if (key.length === KEY_BYTES) return key;
  throw new KeyInvalid(`key ${index + 1} of the ring is not ${KEY_BYTES} bytes in base64 (44 characters)`);
}

/** Says nothing about the key but which it is. */
function idOf(key: Buffer): string {
  return createHash("sha256").update("momiji key id\0").update(key).digest("hex").slice(0, 12);
}
