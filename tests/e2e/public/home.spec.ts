import { addSignatory, ensureCity, removeSignatory } from "@/lib/cities/commands";
import { prisma } from "@/lib/db";
import { searchPlaces } from "@/lib/places/search";
import { recordEndorsements } from "@/tests/e2e/support/endorsements";
import { expect, test } from "@/tests/e2e/support/fixtures";

/** GeoNames id of the first place that a search finds. */
async function placeId(query: string): Promise<number> {
  const [place] = await searchPlaces(query, 1);
  if (!place) throw new Error(`No place is called ${query}.`);
  return place.id;
}

test("the home page shows where residents are asking, from ten of them on @no-scripts", async ({
  page,
}) => {
  await recordEndorsements(await placeId("Roeselare, Belgium"), 26);
  await recordEndorsements(await placeId("Wevelgem, Belgium"), 9);
  const asked = page.getByRole("region", { name: "Where residents are asking" });
  const find = async () => {
    await page.goto("/en");
    return asked.getByRole("listitem").filter({ hasText: "Roeselare" }).textContent();
  };
  await expect
    .poll(find, { timeout: 15_000 })
    .toMatch(/^Roeselare Flanders, Belgium26 residents ask.*24 more until the next milestone: 50/);
  await expect(asked.getByText("Wevelgem")).toHaveCount(0);
  await asked.getByRole("link", { name: "Roeselare" }).click();
  await expect(page.getByText("26 residents ask Roeselare to join.")).toBeVisible();
});

test("the newest member is news, told by the list itself @no-scripts", async ({ page }) => {
  const cityId = await placeId("Mouscron, Belgium");
  // After all that other tests put on the list meanwhile.
  const signedOn = new Date("2027-01-02");
  await prisma.$transaction(async (tx) => {
    await ensureCity(tx, cityId);
    await addSignatory(tx, {
      cityId,
      name: "Mouscron",
      signedOn,
      applicationId: null,
      declarationVersion: "2018",
    });
  });
  const news = page.getByRole("region", { name: "News" });
  const find = async () => {
    await page.goto("/en");
    return news.getByRole("listitem").first().textContent();
  };
  await expect.poll(find, { timeout: 15_000 }).toBe("2 January 2027Mouscron signs the declaration");
  await news.getByRole("link", { name: "Mouscron signs the declaration" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Mouscron" })).toBeVisible();
  await prisma.$transaction((tx) => removeSignatory(tx, cityId));
});
