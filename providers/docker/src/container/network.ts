/** A container's networks, names and ports. */
import type { NetworkParams } from "../run-params.ts";

/** The networks by name; the first is given when the container is created, the others before it is started. */
export function networksOf({ network = [] }: NetworkParams): readonly string[] {
  return typeof network === "string" ? [network] : network;
}

export function networkOf(params: NetworkParams): object {
  const { ports, extraHosts, dns, dnsSearch, dnsOptions } = params;
  return {
    NetworkMode: networksOf(params)[0],
    PortBindings: ports === undefined ? undefined : Object.fromEntries(Object.entries(ports).map(binding)),
    ExtraHosts: extraHosts === undefined ? undefined : Object.entries(extraHosts).map(([name, ip]) => `${name}:${ip}`),
    Dns: dns,
    DnsSearch: dnsSearch,
    DnsOptions: dnsOptions,
  };
}

export function exposedPorts({ ports }: NetworkParams): object | undefined {
  return ports === undefined ? undefined : Object.fromEntries(Object.keys(ports).map((port) => [portName(port), {}]));
}

/** Aliases are of networks that people made; the engine's own know none. */
export function firstNetwork(params: NetworkParams): object | undefined {
  const [first] = networksOf(params);
  if (first === undefined || params.networkAliases === undefined) return undefined;
  return { EndpointsConfig: { [first]: { Aliases: params.networkAliases } } };
}

function binding([port, outside]: [string, number | string]): [string, object[]] {
  const [, address = "", outsidePort = ""] = /^(?:(.*):)?(\d*)$/.exec(String(outside)) ?? [];
  return [portName(port), [{ HostIp: address.replace(/^\[|\]$/g, ""), HostPort: outsidePort }]];
}

function portName(port: string): string {
  return port.includes("/") ? port : `${port}/tcp`;
}
