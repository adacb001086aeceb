import { expect, test } from "vitest";
import { fitText, fontSizes, textRoom } from "@/lib/embed/fit-text";
import { wrapText } from "@/lib/embed/wrap-text";
import { estimateWidth } from "@/lib/map/text-width";

const asks = "Residents can ask this city to join the Cities Coalition for Digital Rights";
const wales = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";

test("a name as they are stands on one line in the largest letters", () => {
  expect(fitText("Amsterdam", asks)).toMatchObject({ size: fontSizes[0], title: ["Amsterdam"] });
});

test("a long name is broken between its words", () => {
  const { size, title } = fitText("San Fernando del Valle de Catamarca", asks);
  expect({ size: size.title, title }).toEqual({
    size: 14,
    title: ["San Fernando del", "Valle de Catamarca"],
  });
});

test.each([
  ["the longest word of Wales", wales],
  ["a name of two such words", `${wales} ${wales}`],
  ["120 Latin letters in words", "Ghent by the sea ".repeat(8).slice(0, 120)],
  ["120 wide Latin letters", "W".repeat(120)],
  ["120 Greek letters", "Ω".repeat(120)],
  ["120 Arabic letters", "م".repeat(120)],
  ["120 Chinese letters", "西".repeat(120)],
  ["60 letters that are two code units each", "𠮷".repeat(60)],
])("%s fit, whole", (_, name) => {
  const { size, title, height } = fitText(name, asks);
  expect(height).toBeLessThanOrEqual(textRoom.height);
  expect(title.join("").replaceAll(" ", "")).toBe(name.replaceAll(" ", ""));
  for (const line of title)
    expect(estimateWidth(line) * size.title).toBeLessThanOrEqual(textRoom.width);
});

test("lines of one text are about as long as each other", () => {
  const lines = wrapText("Member of the Cities Coalition for Digital Rights", 15);
  expect(lines).toEqual(["Member of the Cities", "Coalition for Digital Rights"]);
});

test("a letter keeps its marks where a word is broken", () => {
  const lines = wrapText("e\u0301".repeat(20), 4);
  expect(lines.every((line) => line.startsWith("e\u0301"))).toBe(true);
  expect(lines.length).toBeGreaterThan(1);
});
