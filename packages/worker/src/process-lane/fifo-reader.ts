/** The worker's end of a command's output: a named pipe, opened before the command starts and read once it runs. */
import { closeSync, constants, openSync } from "node:fs";
import { Socket } from "node:net";

/** One buffer for all: what is read is dealt with before anything else is read. */
const shared = Buffer.allocUnsafeSlow(64 * 1024);

export interface FifoEvents {
  /** The bytes are only lent. */
  data(bytes: Buffer): void;
  /** Nobody holds the other end any more. */
  end(): void;
}

export class FifoReader {
  readonly #file: number;
  #socket: Socket | null = null;
  #closed = false;

  /** Opens it for reading without waiting for a writer. */
  constructor(path: string) {
    this.#file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  }

  /** Begins to read; before a writer has come, a pipe would look as if it had ended. */
  start(events: FifoEvents): void {
    const onread = {
      buffer: shared,
      callback: (size: number): boolean => {
        if (!this.#closed) events.data(shared.subarray(0, size));
        return true;
      },
    };
    // `onread` is read by the constructor as well as by `connect`, which is where the types have it.
    const options: ConstructorParameters<typeof Socket>[0] & { onread: typeof onread } = {
      fd: this.#file,
      readable: true,
      writable: false,
      onread,
    };
    const socket = new Socket(options);
    this.#socket = socket;
    socket.once("end", () => {
      if (!this.#closed) events.end();
    });
    socket.on("error", () => socket.destroy());
    socket.resume();
  }

  /** Idempotent. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    if (this.#socket === null) closeSync(this.#file);
    else this.#socket.destroy();
  }
}
