/** By whose word commits are taken. */
export interface Leader {
  readonly owner: string;
  readonly fence: number;
}
