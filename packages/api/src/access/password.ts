/** Passwords, hashed with scrypt; the parameters stand beside the hash, so that they can be raised one day. */
import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);

/** OWASP's choice for 32 MiB. */
const PARAMETERS = { log2N: 15, r: 8, p: 3 };
const HASH_BYTES = 32;
const SALT_BYTES = 16;

export const SHORTEST_PASSWORD = 8;
export const LONGEST_PASSWORD = 1024;

interface Parameters {
  readonly log2N: number;
  readonly r: number;
  readonly p: number;
}

/** `scrypt$15$8$3$SALT$HASH` */
export async function hashPassword(password: string, parameters: Parameters = PARAMETERS): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await hashWith(password, salt, parameters);
  const { log2N, r, p } = parameters;
  return ["scrypt", log2N, r, p, salt.toString("base64url"), hash.toString("base64url")].join("$");
}

/** Takes the same time whether or not there is a hash to compare with: nobody learns who has an account. */
export async function verifyPassword(password: string, hashed: string | null): Promise<boolean> {
  const known = hashed === null ? null : read(hashed);
  const { parameters, salt, hash } = known ?? {
    parameters: PARAMETERS,
    salt: Buffer.alloc(SALT_BYTES),
    hash: Buffer.alloc(HASH_BYTES),
  };
  const given = await hashWith(password.slice(0, LONGEST_PASSWORD), salt, parameters);
  return timingSafeEqual(given, hash) && known !== null;
}

function read(text: string): { parameters: Parameters; salt: Buffer; hash: Buffer } | null {
  const [kind, log2N, r, p, salt = "", hash = ""] = text.split("$");
  const bytes = Buffer.from(hash, "base64url");
  if (kind !== "scrypt" || bytes.length !== HASH_BYTES) return null;
  const parameters = { log2N: Number(log2N), r: Number(r), p: Number(p) };
  return { parameters, salt: Buffer.from(salt, "base64url"), hash: bytes };
}

/** One after the other: each takes 32 MiB and a core for a tenth of a second. */
let last: Promise<unknown> = Promise.resolve();

function hashWith(password: string, salt: Buffer, { log2N, r, p }: Parameters): Promise<Buffer> {
  const options = { N: 2 ** log2N, r, p, maxmem: 2 ** log2N * r * 256 };
  const mine = last.then(() => deriveWith(password, salt, options));
  last = mine.catch(() => undefined);
  return mine;
}

function deriveWith(
  password: string,
  salt: Buffer,
  options: { N: number; r: number; p: number; maxmem: number },
): Promise<Buffer> {
  return derive(password.normalize("NFKC"), salt, HASH_BYTES, options);
}
