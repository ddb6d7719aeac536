/** Answers that a client may keep: the same text has the same ETag, and is not sent twice. */
import { createHash } from "node:crypto";
import { answer, type Answer, type Call } from "../route.ts";

/** A short fingerprint of a text. */
export function fingerprint(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}

/** 304 if the client has it already. `besides` is sent with it, and does not make it another answer. */
export function keepable(call: Pick<Call, "headers">, body: object, besides: object = {}): Answer {
  const etag = `"${fingerprint(JSON.stringify(body))}"`;
  const headers = { etag, "cache-control": "private, no-cache" };
  const known = (call.headers["if-none-match"] ?? "").split(",").map((each) => each.trim().replace(/^W\//, ""));
  if (known.includes(etag) || known.includes("*")) return answer(304, undefined, headers);
  return answer(200, JSON.stringify({ ...body, ...besides }), {
    ...headers,
    "content-type": "application/json; charset=utf-8",
  });
}
