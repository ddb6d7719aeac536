/** A mail server for tests, on loopback. */
import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { createInterface } from "node:readline";

interface Taken {
  readonly commands: string[];
  readonly lines: string[];
}

/** Speaks enough of SMTP to take mails; refuses recipients at `refused.example`. */
export class SmtpSink {
  readonly mails: Taken[] = [];
  readonly #server: Server = createServer((socket) => void this.#talk(socket));

  async listen(): Promise<number> {
    await once(this.#server.listen(0, "127.0.0.1"), "listening");
    return (this.#server.address() as AddressInfo).port;
  }

  close(): void {
    this.#server.close();
  }

  async #talk(socket: Socket): Promise<void> {
    const mail: Taken = { commands: [], lines: [] };
    let inBody = false;
    socket.write("220 sink\r\n");
    for await (const line of createInterface({ input: socket })) {
      if (inBody && line !== ".") mail.lines.push(line);
      else if (inBody) {
        inBody = false;
        this.mails.push(mail);
        socket.write("250 taken\r\n");
      } else {
        mail.commands.push(line);
        inBody = line === "DATA";
        socket.write(answerTo(line));
        if (line === "QUIT") socket.end();
      }
    }
  }
}

function answerTo(line: string): string {
  if (line.startsWith("EHLO")) return "250-sink\r\n250 AUTH PLAIN\r\n";
  if (line.startsWith("AUTH")) return "235 welcome\r\n";
  if (line.includes("@refused.example")) return "550 nobody there\r\n";
  return line === "DATA" ? "354 go on\r\n" : line === "QUIT" ? "221 bye\r\n" : "250 ok\r\n";
}
