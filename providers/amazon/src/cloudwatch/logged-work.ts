/** Whatever writes a log: what its reader must know of it. */
export interface LoggedWork {
  readonly mayHaveLog: boolean;
  /** It is over, and never came to write anything. */
  readonly hasNoLog: boolean;
  /** When it was seen to be over, by `performance.now()`; null: it is not. */
  readonly overAt: number | null;
  /** How long it had been over then. */
  readonly lateMillis: number;
  /** Resolves when the condition holds, or nobody waits any more; rejects when nothing can be known of the work. */
  until(holds: () => boolean): Promise<void>;
  /** Something has changed, or the time has passed. */
  changeWithin(millis: number): Promise<void>;
  /** Only the time; less if nobody waits any more. */
  pass(millis: number): Promise<void>;
}
