import { expect, test } from "vitest";
import { fullName, isLastAdmin, type User } from "./users.ts";

const user = (username: string, role: string, active = true): User => ({
  username,
  first_name: "Aoi",
  last_name: "",
  email: "",
  roles: [{ name: role }],
  active,
  last_login: null,
  login_count: 0,
  failed_login_count: 0,
  created_on: null,
  changed_on: null,
});

test("the last administrator is who is alone, others who cannot sign in not counted", () => {
  const [ann, bob, cai] = [user("ann", "Admin"), user("bob", "Admin", false), user("cai", "Op")];
  const users = [ann, bob, cai];
  expect(users.map((each) => isLastAdmin(users, each))).toEqual([true, false, false]);
  expect(isLastAdmin([...users, user("dan", "Admin")], ann)).toBe(false);
});

test("a name is as much of it as there is", () => expect(fullName(user("a", "Op"))).toBe("Aoi"));
