/**
 * Where reading a container's log goes on. The API can start at a time only (`sinceTime`, of seconds on old servers), the same
 * instant may stand on many lines, and lines of stdout and stderr may stand in the file a little out of their order. So a place is "so
 * many lines of those from this second on": asked again from that second, the log gives the same lines in the same order.
 */

import { Temporal } from "@momiji/core";

/** Newest instants are compared as texts of this form: `2026-01-02T03:04:05.123456789Z`. */
export interface LogPlace {
  /** A whole second in RFC 3339. */
  readonly since: string;
  /** Lines that were taken of that second, and of the one after it. */
  readonly counts: readonly [ofSince: number, ofNewest: number];
  /** The newest instant among them, in the second after `since`. */
  readonly newest: string;
}

/** Lines of one container that were taken, of one that is followed. */
export class LogProgress {
  /** Taken lines by second, from `#since` on. */
  readonly #counts = new Map<string, number>();
  #since = "";
  #newest = "";

  constructor(place?: LogPlace) {
    if (place === undefined) return;
    this.#counts.set(place.since, place.counts[0]);
    this.#counts.set(secondOf(place.newest), place.counts[1]);
    this.#since = place.since;
    this.#newest = place.newest;
  }

  /** Null: nothing was taken. */
  get place(): LogPlace | null {
    if (this.#newest === "") return null;
    const counts = [this.#counts.get(this.#since) ?? 0, this.#counts.get(secondOf(this.#newest)) ?? 0] as const;
    return { since: this.#since, counts, newest: this.#newest };
  }

  /** @param time of the line, in nanoseconds and UTC */
  take(time: string): void {
    if (time > this.#newest) this.#move(time);
    const second = secondOf(time);
    if (second >= this.#since) this.#counts.set(second, (this.#counts.get(second) ?? 0) + 1);
  }

  /** The second before the newest one is kept: a line may stand behind one of the second after it. */
  #move(newest: string): void {
    const isSame = this.#newest !== "" && secondOf(newest) === secondOf(this.#newest);
    this.#newest = newest;
    if (isSame) return;
    const since = Temporal.Instant.from(secondOf(newest)).subtract({ seconds: 1 }).toString();
    if (since <= this.#since) return;
    this.#since = since;
    for (const second of this.#counts.keys()) if (second < since) this.#counts.delete(second);
  }
}

function secondOf(time: string): string {
  return `${time.slice(0, 19)}Z`;
}

/** Tells the lines at the beginning of an answer that were taken before. */
export class TakenLines {
  #left: number;
  readonly #newest: string;

  constructor(place: LogPlace | null) {
    this.#left = place === null ? 0 : place.counts[0] + place.counts[1];
    this.#newest = place?.newest ?? "";
  }

  /** @param time of the next line of the log from the place's `since` on */
  has(time: string): boolean {
    if (this.#left === 0) return false;
    // After the log was rotated the lines that were taken are no longer in it, and later ones stand in their place.
    if (time > this.#newest) this.#left = 0;
    else this.#left -= 1;
    return time <= this.#newest;
  }
}

/** The places of all containers as one text: what is kept with each line. */
export class LogPositions {
  readonly #progress = new Map<string, LogProgress>();
  readonly #texts = new Map<string, string>();

  /** @param text as `toString` gave it; null: from the beginning */
  constructor(text: string | null) {
    for (const part of text === null || text === "" ? [] : text.split(";")) {
      const [name = "", since = "", ofSince = "", ofNewest = "", newest = ""] = part.split("|");
      this.#progress.set(name, new LogProgress({ since, counts: [Number(ofSince), Number(ofNewest)], newest }));
      this.#texts.set(name, part);
    }
  }

  placeOf(container: string): LogPlace | null {
    return this.#progress.get(container)?.place ?? null;
  }

  take(container: string, time: string): void {
    let progress = this.#progress.get(container);
    if (progress === undefined) this.#progress.set(container, (progress = new LogProgress()));
    progress.take(time);
    const place = progress.place;
    if (place !== null) this.#texts.set(container, [container, place.since, ...place.counts, place.newest].join("|"));
  }

  toString(): string {
    return [...this.#texts.values()].join(";");
  }
}
