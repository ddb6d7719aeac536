/** The values of a mapped group, as the tasks in it take them. */
declare const VALUE: unique symbol;

/** One value of the mapped group around, for the inputs of its tasks: another one in each instance of the group. */
export interface GroupInput<T> {
  readonly name: string;
  /** Exists for the compiler only. */
  readonly [VALUE]: T;
}
