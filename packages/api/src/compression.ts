/** Large answers go compressed to whoever can read that: the grid of a thousand tasks is a tenth of its size then. */
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { FastifyInstance } from "fastify";

/** Characters: what is shorter takes longer to compress than to send. */
const SMALLEST = 8 * 1024;

/** Of 1 to 9: higher ones take many times as long for a few hundredths less. */
const LEVEL = 4;

const JSON_TYPE = /^application\/json\b/;

/** Named, and not refused by a quality of 0 (RFC 9110, 12.5.3). */
const TAKES_GZIP = /(?:^|[\s,])gzip(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i;

const compress = promisify(gzip);

export function compressAnswers(server: FastifyInstance): void {
  server.addHook("onSend", async (request, reply, payload) => {
    const isLarge = typeof payload === "string" && payload.length >= SMALLEST;
    if (!isLarge || !JSON_TYPE.test(String(reply.getHeader("content-type")))) return payload;
    reply.header("vary", "accept-encoding");
    if (!TAKES_GZIP.test(request.headers["accept-encoding"] ?? "")) return payload;
    const compressed = await compress(payload, { level: LEVEL });
    const etag = reply.getHeader("etag");
    // The same, but not by the byte (RFC 9110, 8.8.1).
    if (typeof etag === "string" && !etag.startsWith("W/")) reply.header("etag", `W/${etag}`);
    reply.removeHeader("content-length").header("content-encoding", "gzip");
    return compressed;
  });
}
