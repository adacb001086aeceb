import { expect, test } from "vitest";
import { isSimilarName } from "@/lib/applications/review/similar-name";

test.each([
  ["Portland", "Portland"],
  ["Saint-Denis", "SAINT DENIS"],
  ["Malmö", "Malmo"],
  ["Frankfurt", "Frankfurt am Main"],
  ["Frankfurt am Main", "Frankfurt"],
  ["Valencia", "Valéncia"],
  ["Santander", "Santandér"],
  ["Ghent", "Ghents"],
  ["Liverpool", "Liverpol"],
  ["Braga", "Praga"],
])("%s and %s are similar", (one, other) => {
  expect(isSimilarName(one, other)).toBe(true);
});

test.each([
  ["Ghent", "Antwerp"],
  ["Rome", "Rodez"],
  ["Bonn", "Bern"],
  ["Pau", "Paul"],
  ["Lund", "Lunde"],
  ["Porto", "Portland"],
  ["Amsterdam", "Rotterdam"],
])("%s and %s are not", (one, other) => {
  expect(isSimilarName(one, other)).toBe(false);
});
