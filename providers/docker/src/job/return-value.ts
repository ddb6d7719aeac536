/** What a container that ended well gives back. */
import type { Json } from "@momiji/core";
import type { JobContext } from "@momiji/sdk";
import { sizeText } from "../container/sizes.ts";
import { DockerError, isGone } from "../docker-error.ts";
import { LogLines } from "../logs/log-lines.ts";
import { LOG_START } from "../logs/log-position.ts";
import type { ReturnValue } from "../run-params.ts";
import { isUnreadable, linesOf, openLog } from "./container-log.ts";
import type { EndedContainer } from "./ended-container.ts";
import { fileOfTar } from "./tar-file.ts";

/** The largest value that is read; what may be kept is for the engine's settings to say. */
const LARGEST_VALUE = 16 * 1024 * 1024;
/** A line of this many pieces is as large. */
const PIECES_OF_A_LINE = 1024;

/** Undefined: none. */
export async function returnValue(ctx: JobContext, container: EndedContainer): Promise<Json | undefined> {
  const { returnValue: wanted = "lastLine" } = container.params;
  if (wanted === "none") return undefined;
  if (wanted === "lastLine") return (await logLines(ctx, container, PIECES_OF_A_LINE)).at(-1);
  if (wanted === "allLines") return logLines(ctx, container);
  return fileValue(ctx, container, wanted);
}

/** The end of the log, for people; no more than can be had. */
export async function lastLines(ctx: JobContext, container: EndedContainer, count: number): Promise<readonly string[]> {
  return (await logLines(ctx, container, count)).slice(-count);
}

/** @param tail entries of the engine's log, from its end */
async function logLines(ctx: JobContext, container: EndedContainer, tail?: number): Promise<string[]> {
  const tty = container.facts.Config.Tty;
  const query = tail === undefined ? { follow: false } : { follow: false, tail };
  const lines = new LogLines(LOG_START, PIECES_OF_A_LINE);
  const found: string[] = [];
  let size = 0;
  try {
    const stream = await openLog({ ...container, tty }, ctx.signal, query);
    for await (const line of linesOf(stream, lines, { tty, isWhole: true })) {
      if (line === null || line.source === "engine") continue;
      found.push(line.message.trimEnd());
      size += line.message.length;
      if (size > LARGEST_VALUE) throw tooLarge("the log");
    }
  } catch (error) {
    if (isUnreadable(error)) return [];
    throw error;
  }
  return found;
}

async function fileValue(
  ctx: JobContext,
  { engine, id }: EndedContainer,
  { file, format = file.endsWith(".json") ? "json" : "text", isOptional = false }: Extract<ReturnValue, object>,
): Promise<Json | undefined> {
  const content = await readFile(ctx, { engine, id }, file);
  if (content === null && !isOptional) throw new DockerError("xcom", `the container left no file ${file}`);
  const text = content?.toString("utf8") ?? "";
  if (isOptional && text.trim() === "") return undefined;
  if (format === "text") return text;
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    throw new DockerError("xcom", `${file} of the container is no JSON: ${(error as Error).message}`);
  }
}

/** Null: there is none. */
async function readFile(
  ctx: JobContext,
  { engine, id }: Pick<EndedContainer, "engine" | "id">,
  path: string,
): Promise<Buffer | null> {
  try {
    const answer = await engine.stream("GET", `/containers/${id}/archive`, { query: { path }, signal: ctx.signal });
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > LARGEST_VALUE) throw tooLarge(path);
      chunks.push(chunk);
    }
    const file = fileOfTar(Buffer.concat(chunks));
    if (file === null) throw new DockerError("xcom", `${path} of the container is no plain file`);
    return file;
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

function tooLarge(what: string): DockerError {
  const remedy = "write it to a volume or an object store and return where it lies";
  return new DockerError(
    "xcom",
    `${what} has more than ${sizeText(LARGEST_VALUE)}, too much for a return value: ${remedy}`,
  );
}
