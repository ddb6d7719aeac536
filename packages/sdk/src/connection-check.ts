/** What `momiji connections test` does for one type of connection; packages of operators export theirs by type. */
import type { Connection } from "./connection.ts";

/**
 * Goes as far as to log in and changes nothing there. Resolves to what was found, in a few words; rejects with why it does not
 * work. Ends when the signal says so.
 */
export type ConnectionCheck = (connection: Connection, signal: AbortSignal) => Promise<string>;
