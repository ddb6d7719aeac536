/**
 * How a log is called as a stream of CloudWatch: by its name, without the characters that streams cannot have; of a later life with the
 * number of the life and of its first record behind it, so that a listing tells what counts.
 */
import { createHash } from "node:crypto";

/** Of 512 that a stream may have, with room for the life behind it. */
const LONGEST_NAME = 470;
export const LONGEST_PREFIX = 40;

const LIFE = /~(?<life>\d+)-(?<firstSeq>\d+)$/;

export interface StreamLife {
  readonly stream: string;
  readonly life: number;
  readonly firstSeq: number;
}

export function streamOf(prefix: string, log: string): string {
  const name = prefix + encoded(log);
  if (name.length <= LONGEST_NAME) return name;
  const hash = createHash("sha256").update(name).digest("hex").slice(0, 32);
  return `${name.slice(0, LONGEST_NAME - hash.length - 1)}~${hash}`;
}

export function encoded(path: string): string {
  return path.replaceAll(":", "%3A").replaceAll("*", "%2A");
}

export function streamOfLife(stream: string, { life, firstSeq }: Omit<StreamLife, "stream">): string {
  return life === 0 ? stream : `${stream}~${life}-${firstSeq}`;
}

/** Null: the stream is of another log. */
export function lifeOf(stream: string, found: string): StreamLife | null {
  if (found === stream) return { stream: found, life: 0, firstSeq: 1 };
  const { life, firstSeq } = LIFE.exec(found.slice(stream.length))?.groups ?? {};
  if (life === undefined || found !== streamOfLife(stream, { life: Number(life), firstSeq: Number(firstSeq) }))
    return null;
  return { stream: found, life: Number(life), firstSeq: Number(firstSeq) };
}

/** The log that a stream is of, to count logs. */
export function withoutLife(found: string): string {
  return found.replace(LIFE, "");
}
