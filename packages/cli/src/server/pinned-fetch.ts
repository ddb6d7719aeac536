/**
 * `fetch` to the one server that has a certificate of ours: that of this machine, whose `server.json` names it. By the address of
 * the machine no authority vouches for it, and the names in it are others; that it is the very same is more than either.
 */
import { X509Certificate } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { request as sendByTls } from "node:https";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import type { Fetch } from "@momiji/client";

/** @param certificate in PEM. A server with another one is sent nothing. */
export function pinnedFetch(certificate: string): Fetch {
  const { fingerprint256 } = new X509Certificate(certificate);
  const trust = {
    ca: [certificate],
    // It is trusted itself, not who issued it.
    allowPartialTrustChain: true,
    checkServerIdentity: (_host: string, shown: { readonly fingerprint256: string }) =>
      shown.fingerprint256 === fingerprint256 ? undefined : new Error("the server shows another certificate"),
  };
  return async (request) => {
    const body = Buffer.from(await request.arrayBuffer());
    const { method, signal } = request;
    const options = { ...trust, method, signal, headers: Object.fromEntries(request.headers), agent: false };
    return new Promise((resolve, reject) => {
      const sent = sendByTls(request.url, options, (answer) => resolve(responseOf(answer)));
      sent.once("error", reject);
      sent.end(body.length === 0 ? undefined : body);
    });
  };
}

const WITHOUT_BODY = new Set([204, 205, 304]);

function responseOf(answer: IncomingMessage): Response {
  const { statusCode: status = 500, statusMessage: statusText = "", rawHeaders } = answer;
  const headers = new Headers();
  for (let index = 0; index < rawHeaders.length; index += 2)
    headers.append(rawHeaders[index] ?? "", rawHeaders[index + 1] ?? "");
  if (WITHOUT_BODY.has(status)) answer.resume();
  const body = WITHOUT_BODY.has(status) ? null : (Readable.toWeb(answer) as ReadableStream<Uint8Array>);
  return new Response(body, { status, statusText, headers });
}
