/** What a task instance asks for room in, as sentences call it. */
import type { Facts } from "./facts.ts";
import type { Words } from "./speech.ts";

const ROOM_KINDS = [
  "pool",
  "executor",
  "max_active_tasks",
  "max_active_tis_per_dag",
  "max_active_tis_per_dagrun",
] as const;

export type RoomKind = (typeof ROOM_KINDS)[number];

export function readRoomKind(code: string): RoomKind | undefined {
  return ROOM_KINDS.find((kind) => kind === code);
}

export function roomName(kind: RoomKind, facts: Facts, t: Words): string {
  return t(`why:room.${kind}`, { name: facts.text("name") ?? "" });
}
