import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains, letsOut, tableOf, wayOut } from "./way-out.ts";

const route = (target: object, more: object = {}) => ({ DestinationCidrBlock: "0.0.0.0/0", ...target, ...more });
const table = (...Routes: object[]) => ({ RouteTableId: "rtb-1", Routes });

describe("the way out of a subnet", () => {
  it("is a NAT gateway or what else is no internet gateway", () => {
    for (const target of [{ NatGatewayId: "nat-1" }, { TransitGatewayId: "tgw-1" }, { GatewayId: "vgw-1" }])
      expect(wayOut(table(route(target)), false)).toEqual({
        kind: "internet",
        how: `through ${Object.values(target)[0]}`,
      });
  });

  it("is an internet gateway for tasks with a public address only", () => {
    const public_ = table(route({ GatewayId: "igw-1" }));
    expect(wayOut(public_, true).kind).toBe("internet");
    expect(wayOut(public_, false)).toMatchObject({
      kind: "none",
      why: expect.stringContaining("public address") as string,
    });
  });

  it("is none where the target is gone, or no route leads out", () => {
    expect(wayOut(table(route({ NatGatewayId: "nat-1" }, { State: "blackhole" })), true)).toMatchObject({
      why: expect.stringContaining("blackhole") as string,
    });
    const local = { DestinationCidrBlock: "10.0.0.0/16", GatewayId: "local" };
    expect(wayOut(table(local), true)).toMatchObject({ why: "the route table rtb-1 has no route to 0.0.0.0/0" });
    expect(wayOut(undefined, true).kind).toBe("none");
  });

  it("is in the table of the subnet, or in the main one", () => {
    const own = { RouteTableId: "rtb-own", Associations: [{ SubnetId: "subnet-1" }] };
    const main = { RouteTableId: "rtb-main", Associations: [{ Main: true }] };
    expect(tableOf({ SubnetId: "subnet-1" }, [main, own])).toBe(own);
    expect(tableOf({ SubnetId: "subnet-2" }, [main, own])).toBe(main);
  });

  it("is closed by security groups that let nothing out on port 443", () => {
    const group = (...IpPermissionsEgress: object[]) => ({ IpPermissionsEgress });
    expect(letsOut([group({ IpProtocol: "-1" })])).toBe(true);
    expect(letsOut([group({ IpProtocol: "tcp", FromPort: 1, ToPort: 1024 })])).toBe(true);
    expect(letsOut([group({ IpProtocol: "tcp", FromPort: 80, ToPort: 80 }), group()])).toBe(false);
    expect(letsOut([group({ IpProtocol: "udp", FromPort: 443, ToPort: 443 })])).toBe(false);
  });
});

describe("ranges of addresses", () => {
  it("contain what has the same first bits", () => {
    expect(contains("0.0.0.0/0", "10.1.2.0/24")).toBe(true);
    expect(contains("10.0.0.0/8", "10.1.2.0/24")).toBe(true);
    expect(contains("10.1.2.0/25", "10.1.2.0/24")).toBe(false);
    expect(contains("10.1.3.0/24", "10.1.2.0/24")).toBe(false);
    expect(contains("10.1.2.3", "10.1.2.3/32")).toBe(true);
  });

  it("contain themselves and each half of themselves, which does not contain them", () => {
    const octet = fc.nat(255);
    fc.assert(
      fc.property(fc.tuple(octet, octet, octet, octet), fc.integer({ min: 0, max: 31 }), (address, bits) => {
        const range = `${address.join(".")}/${bits}`;
        const half = `${address.join(".")}/${bits + 1}`;
        expect(contains(range, range)).toBe(true);
        expect(contains(range, half)).toBe(true);
        expect(contains(half, range)).toBe(false);
      }),
    );
  });
});
