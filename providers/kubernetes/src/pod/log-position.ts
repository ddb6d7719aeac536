/**
 * Where reading a container's log goes on. The API can start at a time only (`sinceTime`, of seconds on old servers), the same
 * instant may stand on many lines, and lines of stdout and stderr may stand in the file a little out of their order. So a place is "so
 * many lines of those from this second on": asked again from that second, the log gives the same lines in the same order.
 */

/** Newest instants are compared as texts of this form: `2026-01-02T03:04:05.123456789Z`. */
export interface LogPlace {
  /** A whole second in RFC 3339. */
  readonly since: string;
  /** Lines from then on that were taken. */
  readonly count: number;
  /** The newest instant among them. */
  readonly newest: string;
}

/** Lines of one container that were taken, of one that is followed. */
export class LogProgress {
  /** Lines by second, of the newest seconds only. */
  #counts = new Map<string, number>();
  #newest = "";

  constructor(place?: LogPlace) {
    if (place === undefined) return;
    this.#counts.set(place.since, place.count);
    this.#newest = place.newest;
  }

  /** Null: nothing was taken. */
  get place(): LogPlace | null {
    const since = this.#counts.keys().next().value;
    if (since === undefined) return null;
    let count = 0;
    for (const lines of this.#counts.values()) count += lines;
    return { since, count, newest: this.#newest };
  }

  /** @param time of the line, in nanoseconds and UTC */
  take(time: string): void {
    if (time > this.#newest) this.#newest = time;
    const second = `${time.slice(0, 19)}Z`;
    const oldest = this.#counts.keys().next().value;
    if (oldest !== undefined && second < oldest) return;
    const known = this.#counts.get(second);
    this.#counts.set(second, (known ?? 0) + 1);
    // Two seconds are kept: a line may stand behind one of the second after it.
    if (known === undefined && this.#counts.size > 2) this.#counts.delete(oldest as string);
  }
}

/** The places of all containers as one text: what is kept with each line. */
export class LogPositions {
  readonly #progress = new Map<string, LogProgress>();
  readonly #texts = new Map<string, string>();

  /** @param text as `toString` gave it; null: from the beginning */
  constructor(text: string | null) {
    for (const part of text === null || text === "" ? [] : text.split(";")) {
      const [name = "", since = "", count = "", newest = ""] = part.split("|");
      this.#progress.set(name, new LogProgress({ since, count: Number(count), newest }));
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
    if (place !== null) this.#texts.set(container, `${container}|${place.since}|${place.count}|${place.newest}`);
  }

  toString(): string {
    return [...this.#texts.values()].join(";");
  }
}
