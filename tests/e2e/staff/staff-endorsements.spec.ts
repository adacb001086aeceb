import { recordEndorsements, holdEndorsement } from "@/tests/e2e/support/endorsements";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { hire, signIn } from "@/tests/e2e/support/staff";

// Each project has cities, domains and a reviewer of its own.
const isScripted = () => test.info().project.name === "scripts";

test("staff release held endorsements, undo that, and invalidate those that count", async ({
  page,
}) => {
  const [cityId, city, slug] = isScripted()
    ? ([2784804, "Veurne", "veurne"] as const)
    : ([2790101, "Nivelles", "nivelles"] as const);
  const domain = `${slug}-bulk.example`;
  await recordEndorsements(cityId, 1);
  for (const name of ["one", "two", "three"]) await holdEndorsement(cityId, `${name}@${domain}`);
  await signIn(page, await hire(`holds.${slug}`));

  await page.getByRole("link", { name: "Endorsements" }).click();
  await page.getByRole("link", { name: /^Held: \d+/ }).click();
  await page.getByLabel("Email domain", { exact: true }).fill(domain);
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("heading", { name: "3 endorsements" })).toBeVisible();
  await expect(page.getByText(`one@${domain}`)).toBeVisible();
  const ran = page
    .getByRole("listitem")
    .filter({ hasText: `by holds.${slug}@example.org` })
    .first();
  await page.getByRole("button", { name: "Release 3" }).click();
  await expect(page.getByText("3 released: they count from now on.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "0 endorsements" })).toBeVisible();
  await ran.getByRole("button", { name: /^Undo/ }).click();
  await expect(page.getByText("Undone: 3 brought back.")).toBeVisible();

  await page.goto(`/admin/endorsements/review?domain=${domain}`);
  await page.getByRole("button", { name: "Release 3" }).click();
  await expect(page.getByRole("heading", { name: "0 endorsements" })).toBeVisible();
  await page.getByLabel("Which ones").selectOption("Those that count");
  await page.getByLabel("Email domain", { exact: true }).fill("");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("decided on in part only")).toBeVisible();
  await page.getByLabel("City", { exact: true }).fill(`${city}, Belgium`);
  await page.getByRole("button", { name: "Show" }).click();
  await page.getByRole("link", { name: domain }).click();
  await expect(page.getByRole("button", { name: /^Release/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Invalidate 3" }).click();
  await expect(page.getByText("3 invalidated: they do not count", { exact: false })).toBeVisible();

  await page.goto(`/admin/endorsements/cities/${cityId}`);
  await expect(page.getByRole("heading", { level: 1, name: city })).toBeVisible();
  await expect(page.getByRole("heading", { name: "1 ask" })).toBeVisible();
});

test("staff record that a city was contacted, everybody sees it, and staff take it back", async ({
  page,
}) => {
  const [cityId, slug] = isScripted()
    ? ([2791343, "menen"] as const)
    : ([2795009, "izegem"] as const);
  await recordEndorsements(cityId, 1);
  await signIn(page, await hire(`contacts.${slug}`));
  await page.goto(`/admin/endorsements/cities/${cityId}`);
  const publicPage =
    (await page.getByRole("link", { name: "Public page" }).getAttribute("href")) ?? "";
  const text = async () => (await page.request.get(publicPage)).text();
  // Read before: what it says right after each change was made anew.
  expect(await text()).toMatch(/aria-current="step"[^>]*>(?:(?!<\/li>).)*Asked/s);
  await page.getByLabel("Note (optional)").fill("Spoke with the digital officer.");
  await page.getByRole("button", { name: "Record that the city was contacted" }).click();
  await expect(page.getByText(/^Recorded\./)).toBeVisible();
  expect(await text()).toMatch(/aria-current="step"[^>]*>(?:(?!<\/li>).)*Contacted/s);
  expect(await text()).not.toContain("digital officer");

  await page.getByRole("button", { name: /^Take it back/ }).click();
  await expect(page.getByText("Taken back.", { exact: true })).toBeVisible();
  expect(await text()).toMatch(/aria-current="step"[^>]*>(?:(?!<\/li>).)*Asked/s);
});

test("staff block a mail domain and unblock it", async ({ page }) => {
  const who = isScripted() ? "scripted" : "plain";
  await signIn(page, await hire(`blocks.${who}`));
  await page.goto("/admin/endorsements/blocks");
  await page.getByLabel("Email domain or network").fill("nothing that is one");
  await page.getByRole("button", { name: "Block", exact: true }).click();
  await expect(
    page.getByRole("link", { name: "This is neither an email domain nor an internet address" }),
  ).toBeVisible();
  await page.getByLabel("Email domain or network").fill(`somebody@${who}-spam.example`);
  await page.getByRole("button", { name: "Block", exact: true }).click();
  await expect(page.getByRole("listitem").filter({ hasText: `${who}-spam.example` })).toBeVisible();
  await page.getByRole("button", { name: `Unblock ${who}-spam.example` }).click();
  await expect(page.getByText(/^Blocked no more/)).toBeVisible();
});
