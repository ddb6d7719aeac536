/** Each address is tried once before it is asked: an SDK that tries again for minutes would say less, later. */
import type { AwsAccess } from "../connection/aws-access.ts";
import { type Road, roadTo, type Trust } from "./road.ts";

/** Of a command of the SDK, what is needed here. */
interface AnyCommand {
  readonly middlewareStack: {
    add(middleware: never, options: { readonly step: "build"; readonly name: string }): void;
  };
}

interface Step {
  readonly request: { readonly protocol: string; readonly hostname: string; readonly port?: number };
}

export interface FoundRoad {
  readonly url: URL;
  readonly road: Road;
}

/** The address of a service is beyond reach. */
export class NoRoad extends Error {
  readonly found: FoundRoad;
  constructor(found: FoundRoad) {
    super(`${found.url.host} cannot be reached: ${found.road.step === "open" ? "" : found.road.message}`);
    this.found = found;
  }
}

export class Roads {
  readonly #trust: Trust;
  readonly #roads = new Map<string, Promise<Road>>();

  constructor(access: AwsAccess) {
    const { ca, rejectUnauthorized } = access.settingsOf("ecs").requestHandler.httpsAgent?.options ?? {};
    this.#trust = {
      ...(ca === undefined ? {} : { ca }),
      ...(rejectUnauthorized === undefined ? {} : { rejectUnauthorized }),
    };
  }

  /**
   * The command, sent only if the way to the address is open that the SDK has worked out for it, from the region, the connection or
   * its own settings; else sending it throws `NoRoad`.
   */
  before<Command extends object>(command: Command): Command {
    return this.#halting(command, (found) => found.road.step !== "open");
  }

  /**
   * The way to the address of a command, which is not sent.
   * @throws what the SDK says where it finds no address
   */
  async knock<Command extends object>(
    command: Command,
    send: (command: Command) => Promise<unknown>,
  ): Promise<FoundRoad> {
    try {
      await send(this.#halting(command, () => true));
    } catch (error) {
      if (error instanceof NoRoad) return error.found;
      throw error;
    }
    throw new Error("a command was sent that was not meant to be");
  }

  #halting<Command extends object>(command: Command, halts: (found: FoundRoad) => boolean): Command {
    const look = (next: (step: Step) => Promise<unknown>) => async (step: Step) => {
      const { protocol, hostname, port } = step.request;
      const url = new URL(`${protocol}//${hostname}${port === undefined ? "" : `:${port}`}`);
      const found = { url, road: await this.#roads.getOrInsertComputed(url.origin, () => roadTo(url, this.#trust)) };
      if (halts(found)) throw new NoRoad(found);
      return next(step);
    };
    (command as unknown as AnyCommand).middlewareStack.add(look as never, { step: "build", name: "road" });
    return command;
  }
}
