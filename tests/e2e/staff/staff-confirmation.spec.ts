import { prisma } from "@/lib/db";
import { recordEndorsements, holdEndorsement } from "@/tests/e2e/support/endorsements";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { hire, signIn } from "@/tests/e2e/support/staff";

// What is hard to undo is asked once more, with scripts and without. Each project has cities and
// domains of its own.

const isScripted = () => test.info().project.name === "scripts";
const amsterdam = 2759794;

test("fifty endorsements are invalidated after a second look, and a changed number is shown afresh", async ({
  page,
}) => {
  const [cityId, city] = isScripted()
    ? ([2799397, "Diest"] as const)
    : ([2792196, "Lokeren"] as const);
  for (let number = 0; number < 60; number++)
    await holdEndorsement(cityId, `resident${number}@${city.toLowerCase()}-bulk.example`);
  await signIn(page, await hire(`looks.twice.${city.toLowerCase()}`));
  await page.goto(`/admin/endorsements/review?city=${city}`);
  await expect(page.getByRole("button", { name: "Invalidate 60" })).toHaveCount(2);

  await page.getByRole("button", { name: "Invalidate 60" }).last().click();
  const question = page.getByRole("region", { name: "Invalidate 60 endorsements?" });
  await expect(question).toBeFocused();
  await expect(question.getByRole("listitem").first()).toHaveText(
    `Held ones, ${city}, Flanders, Belgium.`,
  );
  await question.getByRole("link", { name: "Cancel" }).click();
  await expect(page.getByRole("heading", { name: "60 endorsements" })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`city=${city}%2C\\+Flanders%2C\\+Belgium`));

  await page.getByRole("button", { name: "Invalidate 60" }).first().click();
  await expect(question).toBeVisible();
  await prisma.endorsement.deleteMany({
    where: { placeId: cityId, email: { startsWith: "resident1" } },
  });
  await page.getByRole("button", { name: "Yes, invalidate 60" }).click();
  await expect(page.getByText("the number has changed since you were asked")).toBeVisible();
  await page.getByRole("button", { name: "Yes, invalidate 49" }).click();
  // On a slow machine the rest follows in the background.
  await expect(page.getByText(/^\d+ invalidated: they do not count/)).toBeVisible();
  await expect
    .poll(() => prisma.endorsement.count({ where: { placeId: cityId } }), { timeout: 30_000 })
    .toBe(0);
  await page.reload();
  await expect(
    page
      .getByRole("listitem")
      .filter({ hasText: `49 invalidated by looks.twice.${city.toLowerCase()}@example.org` }),
  ).toContainText(`Held ones, ${city}, Flanders, Belgium`);
});

test("a large email provider is blocked after a second look", async ({ page }) => {
  const domain = isScripted() ? "bol.com.br" : "citromail.hu";
  await signIn(page, await hire(`blocks.${domain}`));
  await page.goto("/admin/endorsements/blocks");
  await page.getByLabel("Email domain or network").fill(`somebody@${domain}`);
  await page.getByRole("button", { name: "Block", exact: true }).click();
  await expect(
    page.getByRole("region", { name: `Hold every new endorsement from ${domain}?` }),
  ).toBeFocused();
  expect(await prisma.block.count({ where: { value: domain } })).toBe(0);
  await page.getByRole("button", { name: `Yes, block ${domain}` }).click();
  await expect(
    page
      .getByRole("listitem")
      .filter({ hasText: `${domain} email domain, by blocks.${domain}@example.org` }),
  ).toBeVisible();
  await page.getByRole("button", { name: `Unblock ${domain}` }).click();
  await expect(page.getByText(/^Blocked no more/)).toBeVisible();
});

test("that a city has left is asked once more, with the note, and can be left as it is", async ({
  page,
}, { project }) => {
  await signIn(page, await hire(`asks.twice.${project.name}`));
  await page.goto(`/admin/endorsements/cities/${amsterdam}`);
  await page.getByLabel("Note (optional)").fill("The council voted on it.");
  await page.getByRole("button", { name: "Record that the city has left" }).click();
  const question = page.getByRole("region", { name: "Has Amsterdam left the coalition?" });
  await expect(question).toBeFocused();
  await expect(question).toContainText("Amsterdam comes off the public list at once");
  await expect(question).toContainText("No resident gets an email");
  await expect(question).toContainText("Your note: The council voted on it.");
  await expect(question.getByRole("button", { name: "Yes, Amsterdam has left" })).toBeVisible();
  await question.getByRole("link", { name: "Cancel" }).click();
  await expect(page.getByRole("button", { name: "Record that the city has left" })).toBeVisible();
  expect(await prisma.cityStep.count({ where: { cityId: amsterdam } })).toBe(0);
});

test("a city is chosen by its name, and of several of one name the right one @scripts", async ({
  page,
}) => {
  await recordEndorsements(4525353, 1);
  await holdEndorsement(4525353, "resident@springfield-ohio.example");
  await holdEndorsement(4561407, "resident@springfield-pennsylvania.example");
  await signIn(page, await hire("chooses.a.city"));
  await page.goto("/admin/endorsements/review");
  await expect(
    page.locator('datalist option[value="Springfield, Ohio, United States"]'),
  ).toHaveCount(1);
  await page.getByLabel("City", { exact: true }).fill("Springfield");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("region", { name: "Which city do you mean?" })).toBeVisible();
  await page.getByRole("link", { name: "Springfield, Ohio, United States" }).click();
  await expect(page.getByLabel("City", { exact: true })).toHaveValue(
    "Springfield, Ohio, United States",
  );
  await expect(page.getByText("resident@springfield-ohio.example")).toBeVisible();
  await expect(page.getByText("resident@springfield-pennsylvania.example")).toHaveCount(0);
});
