import { prisma } from "@/lib/db";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { apply, openDecision } from "@/tests/e2e/support/review";
import { hire, signIn } from "@/tests/e2e/support/staff";
import { submitConfirmed } from "@/tests/support/applications/review";

// By their GeoNames ids.
/** Ten places named Clinton, and ten named Franklin. */
const withScripts = [
  4933426, 4422133, 4888217, 4255937, 5284202, 5096709, 4575028, 4614214, 4533738, 4381643,
];
const withoutScripts = [
  5068640, 4937276, 4828382, 4512203, 4292193, 4759986, 5086344, 4325150, 5190323, 5098214,
];
const sanJoseCostaRica = 3621849;
const sanJosePeru = 3692482;
const londonOhio = 4517009;

test("to save a tick, or to take the application, costs nothing of what was typed", async ({
  page,
}, { project }) => {
  const { path } = await apply(
    "halfWritten",
    { scripts: sanJoseCostaRica, "no-scripts": sanJosePeru },
    project.name,
  );
  await signIn(page, await hire(`ticks.${project.name}`));

  await page.goto(path);
  await openDecision(page, "Ask for changes");
  const message = page.locator("#change_request-message");
  await message.fill("Which council meeting was it?");
  await page.getByRole("checkbox", { name: "Contact is official" }).check();
  const save = page.getByRole("button", { name: "Save the ticks only" });
  await save.click();
  await expect(page.getByRole("status").filter({ hasText: "Saved. 1 of 3 seen" })).toBeVisible();
  await expect(save).toBeFocused();
  await expect(page.getByRole("checkbox", { name: "Contact is official" })).toBeChecked();
  await page.getByRole("button", { name: "Take it", exact: true }).click();
  await expect(page.getByText(/^You have it since/)).toBeVisible();
  await expect(message).toHaveValue("Which council meeting was it?");
  await expect(message).toBeVisible();

  await page.getByLabel("New note").fill("The mayor telephoned.");
  const write = page.getByRole("button", { name: "Write the note" });
  await write.click();
  await expect(page.getByRole("status").filter({ hasText: "The note is written." })).toBeVisible();
  await expect(write).toBeFocused();
  await expect(message).toHaveValue("Which council meeting was it?");

  await message.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "The email" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Waits for the applicant’s answer.")).toBeVisible();
});

test("when the session has ended, the text stays until its writer has signed in again @scripts", async ({
  page,
}, { project }) => {
  const { path } = await apply(
    "signedOut",
    { scripts: londonOhio, "no-scripts": londonOhio },
    project.name,
  );
  const email = await hire(`writes.long.${project.name}`);
  await signIn(page, email);

  await page.goto(path);
  await openDecision(page, "Ask for changes");
  await page.locator("#change_request-message").fill("Which council meeting was it?");
  await prisma.session.deleteMany({ where: { user: { email } } });
  await page.getByRole("button", { name: "Preview the email" }).click();
  await expect(
    page.getByRole("alert").filter({ hasText: "you are not signed in any more" }),
  ).toBeVisible();

  const [newTab] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByRole("link", { name: "Sign in in a new tab" }).click(),
  ]);
  await signIn(newTab, email);
  await newTab.close();
  await expect(page.locator("#change_request-message")).toHaveValue(
    "Which council meeting was it?",
  );
  await page.getByRole("button", { name: "Preview the email" }).click();
  await page.getByRole("button", { name: "Send and wait for the answer" }).click();
  await expect(page.getByText("Waits for the applicant’s answer.")).toBeVisible();
});

test("a reviewer decides on ten applications by keyboard alone, each with twelve keys at most and one round trip", async ({
  page,
}, { project }) => {
  // Ten applications are submitted first.
  test.slow();
  const hasScripts = project.name === "scripts";
  const official = `by.keyboard.${project.name}`;
  const cities = hasScripts ? withScripts : withoutScripts;
  for (const [index, cityId] of cities.entries())
    await submitConfirmed({
      ...{ submissionKey: crypto.randomUUID(), cityId },
      contactEmail: `${official}@stad${index}.example`,
    });
  await signIn(page, await hire(`types.${project.name}`));
  await page.goto(`/admin?q=${official}&state=submitted`);
  // The first page gets its scripts late: what was pressed until then is not lost.
  const scripts = Promise.withResolvers<undefined>();
  await page.route("**/_next/static/**/*.js", (route) =>
    scripts.promise.then(() => route.continue()),
  );
  await page.locator("#queue").getByRole("link").first().focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Evidence" })).toBeVisible();
  const posts: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") posts.push(request.url());
  });
  let keys = 0;
  const press = async (...pressed: string[]) => {
    for (const key of pressed) await page.keyboard.press(key);
    keys += pressed.length;
  };
  const approved = () =>
    prisma.application.count({
      where: { contactEmail: { startsWith: official }, state: "approved" },
    });

  // Chosen once: from then on each decision opens the next application.
  await page.getByRole("checkbox", { name: "Then open the next in the queue" }).focus();
  await page.keyboard.press("Space");
  if (!hasScripts) await page.getByRole("link", { name: "Overview" }).focus();
  const shown = page.locator('input[name="applicationId"]');
  const ticked = page.getByRole("checkbox", { name: /seen|official|per area/i, checked: true });
  for (let done = 0; done < 10; done++) {
    await expect(page.getByText("0 of 3 seen")).toBeVisible();
    const decided = await shown.inputValue();
    keys = 0;
    posts.length = 0;
    if (hasScripts) {
      await press("1", "2", "3");
      scripts.resolve(undefined);
      await expect(ticked).toHaveCount(3);
      await press("a", "Enter");
    } else {
      // Back to the way past everything, or there already after a decision.
      if (done === 0) await press("Shift+Tab", "Enter");
      else await press("Enter");
      await press("Tab", "Space", "Tab", "Space", "Tab", "Space", "Tab", "Enter");
    }
    await expect
      .poll(() => approved(), { message: `${done + 1} approved`, intervals: [50] })
      .toBe(done + 1);
    await expect(page.getByRole("status").filter({ hasText: "Approved" })).toBeVisible();
    expect(keys).toBeLessThanOrEqual(12);
    expect(posts).toHaveLength(1);
    if (done === 9) break;
    // The page before it has such a link too.
    await expect(shown).not.toHaveValue(decided);
    await expect(page.locator("#next")).toBeFocused();
  }
});
