/** Who sent a request, by the token in it. */
import { timingSafeEqual } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { ApiError } from "../errors.ts";
import type { Gate } from "../register.ts";
import { everything, localPrincipal } from "./local-principal.ts";
import { nobody } from "./nobody.ts";

/** @param token that of this machine's command line */
export function tokenGate(token: string): Gate {
  const expected = Buffer.from(`Bearer ${token}`);
  return {
    anybody: nobody,
    identify: ({ headers }: FastifyRequest) => {
      const given = Buffer.from(headers.authorization ?? "");
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new ApiError("unauthenticated");
      const named = headers["x-momiji-user"];
      return { principal: localPrincipal(typeof named === "string" ? named : undefined), permissions: everything };
    },
  };
}
