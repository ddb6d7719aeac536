import { describe, expect, it } from "vitest";
import { checkRoad } from "./check-roads.ts";
import { isPrivate } from "./road.ts";

const url = new URL("https://ecs.eu-west-1.amazonaws.com");
const question = { name: "ECS", service: "ecs", region: "eu-west-1" } as const;

describe("what is to be done about a way that is closed", () => {
  it("is at the VPC endpoint where the name leads to one", () => {
    const road = { step: "tcp", message: "no answer within 5 s", addresses: ["10.0.3.4"] } as const;
    expect(checkRoad(question, { url, road })).toMatchObject({
      code: "ecs.tcp",
      verdict: "failed",
      detail: "no connection to 10.0.3.4: no answer within 5 s",
      remedy: expect.stringMatching(
        /in the security group of the VPC endpoint com\.amazonaws\.eu-west-1\.ecs/,
      ) as string,
    });
  });

  it("is a VPC endpoint or a NAT gateway where the name leads to the internet", () => {
    const road = { step: "tcp", message: "no answer within 5 s", addresses: ["52.94.1.2"] } as const;
    const { remedy } = checkRoad(question, { url, road });
    expect(remedy).toMatch(/^Create the VPC endpoint com\.amazonaws\.eu-west-1\.ecs .* or a NAT gateway/);
  });

  it("need not be known where the way is open, but which one it is", () => {
    const open = (address: string): string | undefined =>
      checkRoad(question, { url, road: { step: "open", addresses: [address] } }).detail;
    expect(open("172.16.5.6")).toContain("through a VPC endpoint");
    expect(open("52.94.1.2")).toBe("52.94.1.2");
  });
});

it("private addresses are those that only the inside of a network knows", () => {
  expect(["10.1.2.3", "172.16.0.1", "172.31.255.1", "192.168.1.1", "fd00::1"].filter((one) => !isPrivate(one))).toEqual(
    [],
  );
  expect(["11.0.0.1", "172.15.0.1", "172.32.0.1", "192.169.0.1", "127.0.0.1", "2600::1"].filter(isPrivate)).toEqual([]);
});
