/**
 * Where reading a stream of CloudWatch goes on. Its tokens are good for a day only, so a place is "so many events of those of this
 * millisecond": asked again from that millisecond on, the stream gives the same events in the same order.
 */

export interface LogPlace {
  /** Of the newest event that was taken. */
  readonly millis: number;
  /** Events of that millisecond that were taken. */
  readonly taken: number;
}

export function placeAfter(place: LogPlace | null, millis: number): LogPlace {
  if (place === null || millis > place.millis) return { millis, taken: 1 };
  return millis === place.millis ? { millis, taken: place.taken + 1 } : place;
}

/** The places of all streams of a job as one text, which is kept with each line: `0:1767225600000.2,1:1767225600123.1` */
export class LogPositions {
  readonly #places = new Map<number, LogPlace>();

  /** @param text as `toString` gave it; null: from the beginning */
  constructor(text: string | null) {
    for (const [, stream, millis, taken] of (text ?? "").matchAll(/(\d+):(\d+)\.(\d+)/g))
      this.#places.set(Number(stream), { millis: Number(millis), taken: Number(taken) });
  }

  /** @param stream by its number in the job */
  placeOf(stream: number): LogPlace | null {
    return this.#places.get(stream) ?? null;
  }

  take(stream: number, millis: number): void {
    this.#places.set(stream, placeAfter(this.placeOf(stream), millis));
  }

  toString(): string {
    return [...this.#places].map(([stream, { millis, taken }]) => `${stream}:${millis}.${taken}`).join(",");
  }
}
