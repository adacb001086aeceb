import { goalOf } from "@/lib/measurements/measurements";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { recordResult } from "@/tests/support/runners/record-result";

const homeBudget = goalOf("homeBytes");

test("the home page with everything on it arrives within 60,000 bytes, none of them JavaScript @scripts", async ({
  page,
}) => {
  const sizes: { type: string; bytes: number }[] = [];
  page.on("requestfinished", async (request) => {
    sizes.push({ type: request.resourceType(), bytes: (await request.sizes()).responseBodySize });
  });
  await page.goto("/en", { waitUntil: "networkidle" });
  await expect
    .poll(() => sizes.map(({ type }) => type))
    .toEqual(expect.arrayContaining(["document", "font"]));
  expect(sizes.filter(({ type }) => type === "script")).toEqual([]);
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  recordResult("homeBytes", { value: total, sample: 1 });
  expect(total).toBeLessThanOrEqual(homeBudget);
});
