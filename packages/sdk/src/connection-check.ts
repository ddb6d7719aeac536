/** What `momiji connections test` does for one type of connection; packages of operators export theirs by type. */
import type { Connection } from "./connection.ts";

/** Where a check may connect to and look: not everywhere, where the server does it for whoever asks it to. */
export interface Reach {
  /**
   * What a check connects to for a host. Names are resolved here, once, and what comes back was looked at.
   * @throws Error with words for whoever asked: it has no address, or none that may be connected to
   */
  addressOf(host: string): Promise<string>;
  /**
   * A file or folder that a check may look at, as it was given.
   * @throws Error with words for whoever asked: it may not, whether there is one or not
   */
  pathOf(path: string): Promise<string>;
}

/**
 * Goes as far as to log in and changes nothing there. Resolves to what was found, in a few words; rejects with why it does not
 * work. Ends when the signal says so, and connects to nothing and looks at nothing that `reach` has not given.
 */
export type ConnectionCheck = (connection: Connection, signal: AbortSignal, reach: Reach) => Promise<string>;
