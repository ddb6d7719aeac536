/**
 * An address of AWS for tests: takes requests of ECS, CloudWatch Logs (AWS JSON 1.1) and Batch (REST with JSON) and has a handler answer them, a double or
 * an emulator. It is the place of trouble: answers that are lost, throttled, late, or none.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface AwsCall {
  readonly service: "ecs" | "logs" | "batch";
  readonly operation: string;
  readonly input: Record<string, unknown>;
  /** Of who asks. */
  readonly accessKey: string;
  readonly headers: { readonly [name: string]: string };
}

/** @throws AwsRefusal */
export type AwsHandler = (call: AwsCall) => Promise<object> | object;

/** An error that AWS answers with. */
export class AwsRefusal extends Error {
  readonly type: string;
  readonly more: object;
  constructor(type: string, message: string, more: { readonly [name: string]: unknown } = {}) {
    super(message);
    this.type = type;
    this.more = more;
  }
}

/** `lose`: carried out, but its answer does not arrive. */
export type AwsTrouble = "cut" | "lose" | "busy" | "throttle" | "nonsense";

export interface AwsExchange {
  readonly service: string;
  readonly operation: string;
  readonly input: object;
  readonly output: object;
}

interface AwsFault {
  readonly operation: string;
  readonly trouble: AwsTrouble;
  left: number;
}

const SERVICES: { readonly [prefix: string]: AwsCall["service"] } = {
  AmazonEC2ContainerServiceV20141113: "ecs",
  Logs_20140328: "logs",
};

/** Of Batch, by their paths. */
const BATCH_OPERATIONS = ["SubmitJob", "DescribeJobs", "ListJobs", "TerminateJob"];

export class AwsFront {
  readonly exchanges: AwsExchange[] = [];
  /** Requests that arrived, by operation. */
  readonly calls = new Map<string, number>();
  readonly #server: Server;
  readonly #handler: AwsHandler;
  #faults: AwsFault[] = [];
  #broken: AwsTrouble | null = null;

  private constructor(handler: AwsHandler) {
    this.#handler = handler;
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  static async start(handler: AwsHandler): Promise<AwsFront> {
    const front = new AwsFront(handler);
    await new Promise<void>((resolve) => front.#server.listen(0, "127.0.0.1", resolve));
    return front;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** The next requests of an operation. */
  fail(operation: string, trouble: AwsTrouble, times = 1): void {
    this.#faults.push({ operation, trouble, left: times });
  }

  /** Everything, for so long. */
  async break(trouble: AwsTrouble, millis: number): Promise<void> {
    this.#broken = trouble;
    if (trouble === "cut") this.#server.closeAllConnections();
    await new Promise((resolve) => setTimeout(resolve, millis));
    this.#broken = null;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request).catch(() => "");
    const call = readCall(request, body);
    this.calls.set(call.operation, (this.calls.get(call.operation) ?? 0) + 1);
    const trouble = this.#broken ?? this.#faultOf(call.operation);
    if (trouble === "cut") return void request.socket.destroy();
    if (trouble === "busy") return send(response, 503, { __type: "ServiceUnavailableException", message: "busy" });
    if (trouble === "throttle") return send(response, 400, { __type: "ThrottlingException", message: "Rate exceeded" });
    if (trouble === "nonsense") return void response.writeHead(200).end("<html>a proxy says hello</html>");
    const [status, answer] = await this.#answer(call);
    if (trouble === "lose") return void request.socket.destroy();
    send(response, status, answer);
  }

  #faultOf(operation: string): AwsTrouble | null {
    const fault = this.#faults.find((one) => one.operation === operation);
    if (fault === undefined) return null;
    fault.left -= 1;
    if (fault.left === 0) this.#faults = this.#faults.filter((one) => one !== fault);
    return fault.trouble;
  }

  async #answer(call: AwsCall): Promise<readonly [number, object]> {
    try {
      const output = await this.#handler(call);
      this.exchanges.push({ service: call.service, operation: call.operation, input: call.input, output });
      return [200, output];
    } catch (error) {
      if (!(error instanceof AwsRefusal)) throw error;
      return [400, { __type: error.type, message: error.message, ...error.more }];
    }
  }
}

function readCall(request: IncomingMessage, body: string): AwsCall {
  const target = String(request.headers["x-amz-target"] ?? "");
  const [prefix = "", named = ""] = target.split(".");
  const path = /^\/v1\/(\w+)$/.exec(request.url ?? "")?.[1];
  const operation = path === undefined ? named : (BATCH_OPERATIONS.find((one) => one.toLowerCase() === path) ?? path);
  const accessKey = /Credential=([^/]+)\//.exec(request.headers.authorization ?? "")?.[1] ?? "";
  const headers = Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  const input = body === "" ? {} : (JSON.parse(body) as Record<string, unknown>);
  const service = path === undefined ? (SERVICES[prefix] ?? "ecs") : "batch";
  return { service, operation, input, accessKey, headers };
}

function send(response: ServerResponse, status: number, answer: object): void {
  response.writeHead(status, { "content-type": "application/x-amz-json-1.1" });
  response.end(JSON.stringify(answer));
}
