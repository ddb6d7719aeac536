/** Why the reader may not do this, in words; null: they may. */
export function useRefusal(
  _thing: "run" | "task_instance" | "dag",
  _dagIds: readonly string[],
  _may: "create" | "edit" | "delete" = "edit",
): string | null {
  return null;
}
