/** Can the services be reached from here? The article that started it all failed for want of a VPC endpoint. */
import type { PreflightCheck } from "@momiji/sdk";
import { isPrivate, type Road } from "./road.ts";
import type { FoundRoad } from "./roads.ts";
import { failed, ok, warning } from "./verdict.ts";

export interface RoadQuestion {
  /** For people: `ECS`. */
  readonly name: string;
  /** As it is in codes and in the names of VPC endpoints. */
  readonly service: "ecs" | "batch" | "logs" | "sts";
  readonly region: string;
  /** What is missing without it, if the job runs all the same. */
  readonly without?: string;
}

export function checkRoad({ name, service, region, without }: RoadQuestion, { url, road }: FoundRoad): PreflightCheck {
  const title = `${name} can be reached from here (${url.host})`;
  if (road.step === "open") return ok(`${service}.reachable`, title, whereTo(road.addresses));
  const trouble = { detail: detailOf(road, without), remedy: remedyOf(road, service, region) };
  const code = `${service}.${road.step}`;
  return without === undefined ? failed(code, title, trouble) : warning(code, title, trouble);
}

function whereTo(addresses: readonly string[]): string {
  return `${addresses.join(", ")}${addresses.some(isPrivate) ? ", a private address: through a VPC endpoint" : ""}`;
}

function detailOf(road: Exclude<Road, { step: "open" }>, without: string | undefined): string {
  const { step, message, addresses } = road;
  const where = step === "dns" ? "the name cannot be resolved" : step === "tcp" ? "no connection" : "no TLS";
  const to = addresses.length === 0 ? "" : ` to ${addresses.join(", ")}`;
  return `${where}${to}: ${message}${without === undefined ? "" : `; ${without}`}`;
}

function remedyOf({ step, addresses }: Exclude<Road, { step: "open" }>, service: string, region: string): string {
  const endpoint = `the VPC endpoint com.amazonaws.${region}.${service}`;
  if (step === "dns")
    return `Check the region (${region}) and the endpoint of the connection, and that this machine has a name server; in a VPC: enableDnsSupport and enableDnsHostnames, and private DNS of ${endpoint}`;
  if (step === "tls")
    return "Whatever answers there shows another certificate than AWS: a proxy that opens TLS, or a wrong address. Name the authority that signed it with `verify`, and check the endpoint of the connection and the private DNS of the VPC";
  if (addresses.some(isPrivate))
    return `The name leads into the network: let this machine in on port 443 in the security group of ${endpoint}, and see that the endpoint is available`;
  return `Create ${endpoint} (with private DNS, its security group open to this machine on port 443) in the network of this machine, or a NAT gateway with a route to it; then check firewalls and proxies`;
}
