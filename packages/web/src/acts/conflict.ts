/** The server's no to an act that would touch others than were shown. */
import { MomijiError } from "@momiji/client";

export function isMovedOn(error: unknown): boolean {
  return error instanceof MomijiError && error.code === "preview_changed";
}
