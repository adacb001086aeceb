import { expect, test } from "vitest";
import { newestFirst, newestMembers, oldestFirst } from "@/lib/cities/newest-members";

const signed = (name: string, day: string) => ({
  name,
  signedOn: new Date(day),
  announcedOn: null,
});
const announced = (name: string, day: string) => ({
  name,
  signedOn: null,
  announcedOn: new Date(day),
});
const namesOf = (cities: { name: string }[]) => cities.map(({ name }) => name);

const founder = signed("Amsterdam", "2018-11-14");
const announcedTogether = ["Athens", "Austin", "Berlin", "Bratislava"].map((name) =>
  announced(name, "2019-03-28"),
);

test("the newest member is the one of the latest day", () => {
  const ghent = signed("Ghent", "2026-11-20");
  expect(namesOf(newestMembers([founder, ghent, ...announcedTogether]))).toEqual(["Ghent"]);
  expect(namesOf(newestFirst([founder, ghent, ...announcedTogether])).slice(0, 2)).toEqual([
    "Ghent",
    "Athens",
  ]);
});

test("two of one day are both the newest", () => {
  const pair = [signed("Ghent", "2026-11-20"), signed("Lyon", "2026-11-20")];
  expect(namesOf(newestMembers([founder, ...pair]))).toEqual(["Ghent", "Lyon"]);
});

test("there is no newest among many that were announced at once, nor among none", () => {
  expect(newestMembers([founder, ...announcedTogether])).toEqual([]);
  expect(newestMembers([])).toEqual([]);
});

test("in the order of joining, those of one day stay as they are given", () => {
  const ghent = signed("Ghent", "2026-11-20");
  expect(namesOf(oldestFirst([ghent, ...announcedTogether, founder]))).toEqual([
    "Amsterdam",
    "Athens",
    "Austin",
    "Berlin",
    "Bratislava",
    "Ghent",
  ]);
});
