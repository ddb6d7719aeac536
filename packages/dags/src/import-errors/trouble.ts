/** What went wrong with a bundle, before anybody has looked for the line it comes from. Plain data between processes. */
export interface Trouble {
  readonly message: string;
  /** V8's text, with places in the bundle. */
  readonly stack?: string;
  /**
   * Strings that the author wrote around the cause, from far to near: a DAG's id, then the cron string in it. They are
   * looked for, each after the one before, where no stack leads to a line.
   */
  readonly near?: readonly string[];
}
