import { runInNewContext } from "node:vm";
import { afterEach, expect, test, vi } from "vitest";
import {
  keepEarlyKeys,
  onPageThatTakesKeys,
  takeEarlyKeys,
} from "@/components/staff-ui/early-keys";

afterEach(() => vi.unstubAllGlobals());

/** A page whose first script has run. Gives how its keys are pressed. */
function openPage(attributes: object): (key: string) => void {
  const window = {};
  let listener: (event: { key: string }) => void = () => undefined;
  const document = {
    addEventListener: (_: "keydown", added: typeof listener) => (listener = added),
    querySelector: (selector: string) =>
      Object.keys(attributes).some((name) => selector === `[${name}]`) ? {} : null,
  };
  runInNewContext(keepEarlyKeys, { window, document });
  vi.stubGlobal("window", window);
  return (key) => listener({ key });
}

const keysTaken = () => takeEarlyKeys().map(({ key }) => key);

test("keys that are pressed early are given once, in their order", () => {
  const press = openPage(onPageThatTakesKeys);
  for (const key of ["1", "2", "a"]) press(key);
  expect(keysTaken()).toEqual(["1", "2", "a"]);
  press("3");
  expect(keysTaken()).toEqual([]);
});

test("a page that takes no keys keeps none for the next one", () => {
  const press = openPage({});
  press("1");
  expect(keysTaken()).toEqual([]);
});
