/** Who asks: the user that a client names. There is one token for all, so the name is believed as it is given. */
import type { FastifyRequest } from "fastify";

/** The header in which a client names its user. */
const USER_HEADER = "x-momiji-user";

/** The header in which the command line says that it is the one. */
const CLIENT_HEADER = "x-momiji-client";

const LONGEST_NAME = 512;

export function ownerOf(request: FastifyRequest): string {
  const given = request.headers[USER_HEADER];
  const name = typeof given === "string" ? decoded(given.trim()) : "";
  return name === "" ? "admin" : name.slice(0, LONGEST_NAME);
}

/** Names beyond ASCII come percent-encoded, since headers cannot hold them. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Requests of the command line say so. */
export function triggeredBy(request: FastifyRequest): "cli" | "rest_api" {
  return request.headers[CLIENT_HEADER] === "cli" ? "cli" : "rest_api";
}
