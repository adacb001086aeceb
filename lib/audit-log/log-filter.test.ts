import { expect, test } from "vitest";
import {
  kindsOf,
  labelOf,
  logAddress,
  parseLogFilter,
  parseLogKey,
} from "@/lib/audit-log/log-filter";

test("an address without questions asks for all", () => {
  expect(logAddress("/admin/log", parseLogFilter({}))).toBe("/admin/log");
});

test("an address holds what is asked for, and the entry to go on from", () => {
  const asked = { who: "resident", what: "staff", city: "Ghent", from: "2026-11-01" };
  const address = logAddress("/admin/log", parseLogFilter(asked), 41n);
  const query = Object.fromEntries(new URL(address, "http://localhost").searchParams);
  expect(query).toEqual({ ...asked, before: "41" });
  expect(logAddress("/admin/log", parseLogFilter(query), parseLogKey(query)!)).toBe(address);
});

test("what cannot be asked for is left out", () => {
  const filter = parseLogFilter({
    who: "somebody",
    what: "DROP TABLE",
    city: ["Ghent", "Antwerp"],
    from: "2026-02-30",
    before: "-1",
  });
  expect(logAddress("/admin/log", filter)).toBe("/admin/log");
  expect(parseLogKey({ before: "-1" })).toBeNull();
});

test("a subject stands for all kinds of it, and a kind for itself", () => {
  expect(kindsOf("settings_changed")).toEqual(["settings_changed"]);
  expect(kindsOf("staff")).toEqual(expect.arrayContaining(["staff_added", "staff_removed"]));
  expect(kindsOf("weather")).toEqual([]);
});

test("a kind is told in words", () => {
  expect(labelOf("application_changes_requested")).toBe("Application changes requested");
});
