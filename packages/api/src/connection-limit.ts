/** How many connections the server holds, so that there are always file descriptors and memory left for its own work. */
import type { Socket } from "node:net";
import { Server as TlsServer } from "node:tls";
import type { FastifyInstance } from "fastify";
import { ApiError } from "./errors.ts";

/** So many more than the limit are answered that there are too many; further ones are closed as they come. */
const ANSWERED_BEYOND = 1.25;

/**
 * At the limit the connection is closed that has waited longest for a next, whole request: an idle one, which clients know how
 * to take, or one whose request comes in drops. Only where all others are being answered a newcomer is told to come again.
 */
export function limitConnections(server: FastifyInstance, most: number): void {
  const { server: http } = server;
  http.maxConnections = Math.ceil(most * ANSWERED_BEYOND);
  const open = new Set<Socket>();
  const waiting = new Set<Socket>();
  const forget = (socket: Socket): void => {
    open.delete(socket);
    waiting.delete(socket);
  };
  http.on(http instanceof TlsServer ? "secureConnection" : "connection", (socket: Socket) => {
    open.add(socket);
    waiting.add(socket);
    socket.once("close", () => forget(socket));
    const [longest] = waiting;
    if (open.size <= most || longest === undefined || longest === socket) return;
    forget(longest);
    longest.destroy();
  });
  server.addHook("onRequest", (_request, reply, done) => {
    if (open.size <= most) return done();
    reply.header("connection", "close");
    done(new ApiError("too_many_connections"));
  });
  // The whole request is there.
  server.addHook("preHandler", ({ raw }, _reply, done) => {
    waiting.delete(raw.socket);
    done();
  });
  server.addHook("onResponse", ({ raw: { socket } }, _reply, done) => {
    waiting.delete(socket);
    if (open.has(socket)) waiting.add(socket);
    done();
  });
}

/** Streams that stay open (events, logs that are followed, waiting for a run): how many there are at once. */
export class StreamLimit {
  readonly #most: number;
  #open = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Returns how to give the place back. @throws ApiError `too_many_streams` */
  take(): () => void {
    if (this.#open >= this.#most) throw new ApiError("too_many_streams");
    this.#open++;
    return () => void this.#open--;
  }
}
