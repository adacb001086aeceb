import { expect, test } from "vitest";
import { readStaffCommand } from "@/bin/command-line/staff-command";

const read = (line: string) => readStaffCommand(line.split(" "));

test("a person is added with a role; the address in lower case, the name if given", () => {
  expect(read("add Reviewer@Example.org --role reviewer")).toEqual({
    verb: "add",
    person: { email: "reviewer@example.org", role: "reviewer", name: null },
  });
  expect(
    readStaffCommand(["add", "clerk@example.org", "--role=administrator", "--name", "Town clerk"]),
  ).toMatchObject({ person: { name: "Town clerk" } });
});

test("the list and a removal", () => {
  expect(read("list")).toEqual({ verb: "list" });
  expect(read("remove reviewer@example.org")).toEqual({
    verb: "remove",
    email: "reviewer@example.org",
    force: false,
  });
  expect(read("remove reviewer@example.org --force")).toMatchObject({ force: true });
});

test.each([
  [[], "Say what to do"],
  [["promote"], '"promote" is unknown'],
  [["add"], "Give an email address. The role is editor, reviewer or administrator."],
  [["add", "reviewer", "--role", "reviewer"], "Give an email address, such as"],
  [["add", "reviewer@example.org"], "The role is editor, reviewer or administrator."],
  [
    ["add", "reviewer@example.org", "--role", "mayor"],
    "The role is editor, reviewer or administrator.",
  ],
  [["add", "reviewer@example.org", "--rol", "reviewer"], "--rol"],
  [["add", "reviewer@example.org", "Town", "--role", "reviewer"], '"Town" is too much'],
  [["remove"], "Give an email address."],
])("%j is answered with what is wrong", (args, message) => {
  expect(() => readStaffCommand(args)).toThrow(message);
});
