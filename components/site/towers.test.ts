import { expect, test } from "vitest";
import { towers } from "@/components/site/towers";
import { nightTowers } from "@/lib/night";

test("the towers of the pages are as high as those of icons, cards and mails", () => {
  expect(towers.map(({ floors }) => floors)).toEqual(nightTowers.map(({ floors }) => floors));
});
