import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { oncePerVersion } from "@/lib/once-per-version";
import { knownSiteVersion } from "@/lib/site-version";

const setVersion = (version: string | null) => Object.assign(knownSiteVersion(), { version });

let before: string | null;
beforeEach(() => ({ version: before } = knownSiteVersion()));
afterEach(() => void setVersion(before));

function aList() {
  let reads = 0;
  const read = vi.fn((locale: "en" | "nl") => Promise.resolve(`${locale}, read ${(reads += 1)}`));
  return { read, list: oncePerVersion(read) };
}

test("what is public is read once, for each key", async () => {
  setVersion("7");
  const { list, read } = aList();
  expect([await list("en"), await list("nl"), await list("en")]).toEqual([
    "en, read 1",
    "nl, read 2",
    "en, read 1",
  ]);
  expect(read).toHaveBeenCalledTimes(2);
});

test("a new version of the site is read anew", async () => {
  setVersion("7");
  const { list } = aList();
  await list("en");
  setVersion("8");
  expect(await list("en")).toBe("en, read 2");
});

test("while no version is known, nothing is kept", async () => {
  setVersion(null);
  const { list } = aList();
  await list("en");
  expect(await list("en")).toBe("en, read 2");
});

test("what could not be read is read again", async () => {
  setVersion("7");
  const { list, read } = aList();
  read.mockRejectedValueOnce(new Error("The database is away"));
  await expect(list("en")).rejects.toThrow("The database is away");
  expect(await list("en")).toBe("en, read 1");
});
