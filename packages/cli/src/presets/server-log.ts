/** What the server says of itself: lines of JSON on standard error. */
import pino from "pino";
import type { Config } from "../config/options.ts";

export interface ServerLog {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string, error?: unknown): void;
  /** A line of the access log. */
  request(request: object): void;
}

export function createServerLog(config: Config): ServerLog {
  const logger = pino(
    { level: config.logging.level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: true }),
  );
  return {
    debug: (message) => logger.debug(message),
    info: (message) => logger.info(message),
    warn: (message) => logger.warn(message),
    request: (request) => logger.info(request, "request"),
    error: (message, error) => (error === undefined ? logger.error(message) : logger.error({ err: error }, message)),
  };
}
