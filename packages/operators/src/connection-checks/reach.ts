/** Where checks of connections may connect to: anywhere from a person's own machine, public addresses for whoever asks a server. */
import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";
import type { Reach } from "@momiji/sdk";

export const anywhere: Reach = {
  addressOf: (host) => Promise.resolve(host),
  pathOf: (path) => Promise.resolve(path),
};

/** Of a name or an address; rejects if there is none. */
type Resolve = (host: string) => Promise<readonly string[]>;

/**
 * Public addresses, and those of `networks` (`10.0.0.0/8`, `fd00::/8`, `192.168.1.7`). Loopback, link-local with the metadata of
 * clouds, private and reserved ones are refused otherwise, by whatever name.
 * @throws Error if one of them is no network
 */
export function publicAddresses(networks: readonly string[], resolve: Resolve = bySystem): Pick<Reach, "addressOf"> {
  const allowed = listOf(networks);
  return {
    addressOf: async (host) => {
      const addresses = await resolve(host);
      const address = addresses.find((each) => allowed.check(each, familyOf(each)) || isPublic(each));
      if (address !== undefined) return address;
      throw new Error(
        `the server may not connect to ${host}: loopback, link-local and private addresses are refused unless core.testConnectionNetworks has them`,
      );
    },
  };
}

/** Those of IPv4 first: only one address is tried, and IPv6 is there less often. */
async function bySystem(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true, order: "ipv4first" })).map(({ address }) => address);
}

/** IANA's special-purpose registry: not for everybody's traffic. */
const SPECIAL = listOf([
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/3",
  // Protocol assignments with Teredo, documentation, and 6to4, which wraps addresses of IPv4.
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "3fff::/20",
]);

/** All that is routed between networks of IPv6. What maps or translates IPv4 lies outside of it. */
const GLOBAL_UNICAST = listOf(["2000::/3"]);

function isPublic(address: string): boolean {
  const family = familyOf(address);
  return !SPECIAL.check(address, family) && (family === "ipv4" || GLOBAL_UNICAST.check(address, family));
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return isIP(address) === 4 ? "ipv4" : "ipv6";
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) addNetwork(list, network);
  return list;
}

/** @throws Error */
function addNetwork(list: BlockList, text: string): void {
  const [address = "", bits] = text.split("/");
  const isWhole = bits === undefined || /^\d{1,3}$/.test(bits);
  const widest = isIP(address) === 4 ? 32 : 128;
  const prefix = Number(bits ?? widest);
  if (isIP(address) === 0 || !isWhole || prefix > widest)
    throw new Error(`"${text}" is no network: write it as 10.0.0.0/8, fd00::/8 or 192.168.1.7`);
  list.addSubnet(address, prefix, familyOf(address));
}
