/** The time before each piece of a log, read without making an object of it: a log has millions. */
import { Temporal } from "@momiji/core";
import { TIME_BYTES } from "./log-pieces.ts";

const SHAPE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z $/;

export class LogTimes {
  #second = "";
  #epochSeconds = "";

  /** Epoch seconds with nine decimals; null: the piece begins with no time. */
  read(piece: Buffer): string | null {
    const text = piece.toString("latin1", 0, TIME_BYTES);
    if (!SHAPE.test(text)) return null;
    const second = text.slice(0, 19);
    if (second !== this.#second) {
      this.#second = second;
      this.#epochSeconds = String(Temporal.Instant.from(`${second}Z`).epochMilliseconds / 1000).padStart(10, "0");
    }
    return `${this.#epochSeconds}.${text.slice(20, 29)}`;
  }
}

/** Epoch microseconds. */
export function microsOf(at: string): number {
  return Number(at.slice(0, 10)) * 1_000_000 + Number(at.slice(11, 17));
}
