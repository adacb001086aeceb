import { expect, test } from "vitest";
import { isShortcut, rowAt } from "@/components/staff-ui/shortcut-keys";

const press = {
  key: "a",
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  isComposing: false,
  defaultPrevented: false,
};
const onThePage = { closest: () => null };
const inAField = { closest: () => ({}) as Element };

test("a key alone is a shortcut", () => {
  expect(isShortcut(press, onThePage)).toBe(true);
  expect(isShortcut({ ...press, key: "?" }, null)).toBe(true);
});

test.each([
  ["in a field", press, inAField],
  ["with Ctrl", { ...press, ctrlKey: true }, onThePage],
  ["with Alt", { ...press, altKey: true }, onThePage],
  ["with Meta", { ...press, metaKey: true }, onThePage],
  ["held down", { ...press, repeat: true }, onThePage],
  ["of an input method", { ...press, isComposing: true }, onThePage],
  ["that something else has used", { ...press, defaultPrevented: true }, onThePage],
  ["with a name, such as Enter", { ...press, key: "Enter" }, onThePage],
])("a key %s is none", (_, pressed, target) => {
  expect(isShortcut(pressed, target)).toBe(false);
});

test("j and k go through the rows, and stay at the ends", () => {
  const rows = ["Ghent", "Antwerp", "Tokyo"].map((id) => ({ id }) as HTMLElement);
  const [ghent, antwerp, tokyo] = rows;
  expect(rowAt("j", rows, null)).toBe(ghent);
  expect(rowAt("j", rows, ghent!)).toBe(antwerp);
  expect(rowAt("j", rows, tokyo!)).toBeUndefined();
  expect(rowAt("k", rows, tokyo!)).toBe(antwerp);
  expect(rowAt("k", rows, ghent!)).toBe(ghent);
  expect(rowAt("a", rows, ghent!)).toBeUndefined();
});
