/** One log on its way to the store: where it stands there, and the step that ships the next of it. */
import { join } from "node:path";
import type { FileHandle } from "node:fs/promises";
import type { LogStore } from "@momiji/sdk";
import { nextPiece, openLog, shifted } from "./log-piece.ts";
import type { ShipNote, ShipNotes } from "./ship-note.ts";

/** What of it is in the store. */
interface Place {
  readonly life: number;
  /** Number of the last record there, as it is here. */
  readonly seq: number;
  /** Where it ends in the file here; never after it. */
  readonly offset: number;
}

export class ShippedLog {
  readonly log: string;
  readonly #path: string;
  readonly #notes: ShipNotes;
  #note: ShipNote;
  /** Null: the store has to be asked. */
  #place: Place | null = null;
  /** Grows with each taking back, so that an answer to what was asked before it counts no more. */
  #takenBack = 0;
  /** How many write it at present. */
  #writers = 0;

  constructor(note: ShipNote, { folder, notes }: { readonly folder: string; readonly notes: ShipNotes }) {
    this.log = note.log;
    this.#path = join(folder, note.log);
    this.#notes = notes;
    this.#note = note;
  }

  opened(): void {
    this.#writers++;
  }

  closed(): void {
    this.#writers--;
  }

  get isClosed(): boolean {
    return this.#writers <= 0;
  }

  /** Output is about to be taken back: should the worker die now, the next one ships all of it anew. */
  takingBack(): void {
    this.#notes.write({ ...this.#note, cut: 0 });
  }

  /** Output after that number is no longer there; null: nothing was taken back after all. */
  takenBackAfter(seq: number | null): void {
    if (seq === null) return this.#notes.write(this.#note);
    this.#takenBack++;
    this.#place = null;
    this.#keep({ ...this.#note, cut: Math.min(seq, this.#note.cut ?? seq) });
  }

  /** Ships all that is in the file now. @throws what the store throws */
  async ship(store: LogStore): Promise<void> {
    const file = await openLog(this.#path);
    if (file === null) return this.#forget();
    try {
      while (await this.#step(store, file));
    } finally {
      await file.close();
    }
  }

  /** All that was written is in the store, and nobody writes. A shift is kept: the next part of the log needs it. */
  settle(): void {
    if (this.#note.shift === 0 && this.#note.cut === null) this.#forget();
  }

  #forget(): void {
    this.#notes.remove(this.log);
  }

  /** False: nothing more is there. */
  async #step(store: LogStore, file: FileHandle): Promise<boolean> {
    const asked = this.#takenBack;
    const place = (this.#place ??= await this.#find(store));
    if (asked !== this.#takenBack) return true;
    const piece = await nextPiece(file, place.offset, place.seq);
    if (asked !== this.#takenBack) return true;
    if (piece === null) return false;
    const { text, firstSeq, lastSeq } = shifted(piece, this.#note.shift);
    await store.append(this.log, { life: place.life, firstSeq, lastSeq, text });
    if (asked !== this.#takenBack) return true;
    this.#place = { life: place.life, seq: piece.lastSeq, offset: piece.end };
    if (this.#note.cut !== null) this.#keep({ ...this.#note, cut: null });
    return true;
  }

  async #find(store: LogStore): Promise<Place> {
    const asked = this.#takenBack;
    const end = await store.end(this.log);
    const { isNew, cut } = this.#note;
    if (isNew) this.#keep({ ...this.#note, isNew: false, shift: end?.seq ?? 0 });
    const seq = (end?.seq ?? 0) - this.#note.shift;
    const isCut = cut !== null && seq > cut;
    const place = { life: (end?.life ?? 0) + (isCut ? 1 : 0), seq: isCut ? cut : seq, offset: 0 };
    if (asked !== this.#takenBack) this.#place = null;
    return place;
  }

  #keep(note: ShipNote): void {
    this.#note = note;
    this.#notes.write(note);
  }
}
