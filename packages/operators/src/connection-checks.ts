/** How connections are tested whose types the standard operators use, by type. */
import type { ConnectionCheck } from "@momiji/sdk";
import { checkFs, checkSqlite } from "./connection-checks/files.ts";
import { checkHttp } from "./connection-checks/http.ts";
import { checkSlack } from "./connection-checks/slack.ts";
import { checkSmtp } from "./connection-checks/smtp.ts";

export const connectionChecks: ReadonlyMap<string, ConnectionCheck> = new Map([
  ["fs", checkFs],
  ["http", checkHttp],
  ["slack", checkSlack],
  ["smtp", checkSmtp],
  ["sqlite", checkSqlite],
]);
