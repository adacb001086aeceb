import { expect, test } from "@/tests/e2e/support/fixtures";
import {
  chooseCity,
  emailOf,
  fillContact,
  fillForm,
  fillMandate,
  submitForm,
  headings,
  press,
  type City,
} from "@/tests/e2e/support/join-form";
import { waitForMail } from "@/tests/support/mail/mailbox";
import { recordResult } from "@/tests/support/runners/record-result";

// Each test has cities of its own, with scripts and without: all share one site.
const flemish = (name: string, typed = name): City => ({
  typed,
  name,
  whereabouts: "Flanders, Belgium",
});
const withScripts = () => test.info().project.name === "scripts";

test("an official submits, confirms from the mail, corrects, and withdraws", async ({ page }) => {
  const city = withScripts() ? flemish("Bruges", "brugge") : flemish("Leuven");
  await fillForm(page, withScripts(), city);
  const reference = await submitForm(page);

  const mail = await waitForMail(emailOf(city), /Confirm/);
  await page.goto(mail.links.find((link) => link.includes("/applications/")) ?? "");
  await expect(page.getByText(reference).first()).toBeVisible();
  await expect(
    page.getByRole("definition").filter({ hasText: "Every library lends laptops" }).first(),
  ).toBeVisible();
  const pdf = await page.request.get(
    (await page.getByRole("link", { name: "Download it as a PDF" }).getAttribute("href")) ?? "",
  );
  expect(pdf.headers()).toMatchObject({
    "content-type": "application/pdf",
    "cache-control": "private, no-store",
  });
  expect((await pdf.body()).subarray(0, 8).toString()).toBe("%PDF-1.7");
  await press(page, "Confirm and begin the review", "Your application is waiting for review");
  await expect(page.getByText("Your email address is confirmed.")).toBeVisible();

  await page.getByRole("link", { name: "Correct the answers" }).click();
  await page.getByLabel("Your name").fill("");
  await page.getByLabel("Their title").fill("First alderman");
  await page.getByRole("button", { name: "Save the answers" }).click();
  await expect(page.getByRole("link", { name: "Enter your name" })).toBeVisible();
  await expect(page.getByLabel("Their title")).toHaveValue("First alderman");
  await page.getByLabel("Your name").fill("The Deputy");
  await press(page, "Save the answers", "Your application is waiting for review");
  await expect(page.getByText("Answers corrected")).toBeVisible();

  await page.getByRole("link", { name: "Withdraw the application" }).click();
  await press(page, "Withdraw the application", "The application was withdrawn");
  await waitForMail(emailOf(city), /withdrawn/);
  if (!withScripts()) recordResult("waysWithoutScripts", { value: 1, sample: 1 }, "official");
});

test("a city that is a member city already is told so at the first step", async ({ page }) => {
  await page.goto("/en/join");
  await chooseCity(page, withScripts(), {
    typed: "Amsterdam",
    name: "Amsterdam",
    whereabouts: "North Holland, Netherlands",
  });
  await page.getByRole("button", { name: "Continue" }).click();

  await expect(
    page.getByRole("heading", { name: "Amsterdam is a member city already" }),
  ).toBeVisible();
  await page.getByRole("link", { name: "See the page of Amsterdam" }).click();
  await expect(page).toHaveURL(/\/en\/cities\/amsterdam$/);
});

test("a city whose application is under review is told so, and nothing of who handed it in", async ({
  page,
}) => {
  const city = withScripts() ? flemish("Mechelen") : flemish("Hasselt");
  await fillForm(page, withScripts(), city);
  await submitForm(page);
  await page.goto(
    (await waitForMail(emailOf(city), /Confirm/)).links.find((link) =>
      link.includes("/applications/"),
    ) ?? "",
  );
  await press(page, "Confirm and begin the review", "Your application is waiting for review");

  await page.goto("/en/join");
  await chooseCity(page, withScripts(), city);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(
    page.getByRole("alert").getByText("We are already reviewing an application"),
  ).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText("Digital Officer");
});

test("what was typed survives every error, each of which leads to its field", async ({ page }) => {
  await page.goto("/en/join");
  await chooseCity(page, withScripts(), flemish("Antwerp"));
  await press(page, "Continue", headings.contact);
  await page.getByLabel("Your role at the city").fill("  Digital policy officer ");
  await page.getByLabel("Your work email address").fill("officer");
  await page.getByRole("button", { name: "Continue" }).click();

  await expect(page).toHaveTitle(/^Error: Who are you\? – Apply/);
  await page.getByRole("link", { name: "Enter an email address in the form" }).click();
  await expect(page.getByLabel("Your work email address")).toBeFocused();
  await expect(page.getByLabel("Your work email address")).toHaveValue("officer");
  await expect(page.getByLabel("Your role at the city")).toHaveValue("  Digital policy officer ");

  await fillContact(page, "digital.officer@stad.example");
  await press(page, "Continue", headings.mandate);
  await fillMandate(page);
  await page.getByLabel("Day").fill("31");
  await page.getByLabel("Month").fill("4");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("link", { name: "This date does not exist" })).toBeVisible();
  await expect(page.getByLabel("Day")).toHaveValue("31");
  await expect(page.getByLabel("The link will follow")).toBeChecked();

  await press(page, "Back", headings.contact);
  await expect(page.getByLabel("Your name")).toHaveValue("The Digital Officer");
  await press(page, "Continue", headings.mandate);
  await expect(page.getByLabel("Month")).toHaveValue("4");
});

test("an answer can be changed from the last step", async ({ page }) => {
  await fillForm(page, withScripts(), flemish("Kortrijk"));
  await page.getByRole("button", { name: "Change" }).nth(2).click();
  await page.getByLabel("Their title").fill("City manager");
  await press(page, "Continue", headings.checklist);
  await press(page, "Continue", headings.check);
  await expect(page.getByText("City manager")).toBeVisible();
  await expect(page.getByText("Kortrijk, Flanders, Belgium")).toBeVisible();
});

test("a hostile post gets the form again with what is wrong @no-scripts", async ({ page }) => {
  await page.goto("/en/join");
  const hidden = await page
    .locator("form input[type=hidden]")
    .evaluateAll((inputs) =>
      inputs.map((input) => [(input as HTMLInputElement).name, (input as HTMLInputElement).value]),
    );
  const post = (changes: Record<string, string>) =>
    page.request.post("/en/join", {
      multipart: { ...(Object.fromEntries(hidden) as Record<string, string>), ...changes },
    });

  const hostile: Record<string, string>[] = [
    { stage: "__proto__", intent: "change:__proto__", cityId: "1e999", cityQuery: "" },
    {
      stage: "check",
      intent: "submit",
      cityId: "2147483648",
      submissionKey: "../../etc",
      locale: "constructor",
    },
    {
      stage: "contact",
      intent: "next",
      cityId: "2797656",
      contactName: "a".repeat(100_000),
      contactEmail: "\u0000@\u202E",
    },
  ];
  for (const changes of hostile) {
    const answer = await post(changes);
    expect(answer.status()).toBe(200);
    expect(await answer.text()).toContain("There is a problem");
  }
  expect((await post({ contactName: "a".repeat(140_000) })).status()).toBe(413);
});

test("a link that was cut off in the mail is a 404 that helps @no-scripts", async ({ page }) => {
  const response = await page.request.get("/en/applications/cut-off");
  expect(response.status()).toBe(404);
  expect(await response.text()).toContain("This link has expired");
});

test("the browser's back button goes one step back and keeps the answers @scripts", async ({
  page,
}) => {
  await fillForm(page, true, flemish("Turnhout"));
  await page.goBack();
  await expect(page.getByRole("heading", { name: headings.checklist })).toBeFocused();
  await page.goBack();
  await expect(page.getByLabel("Their title")).toHaveValue("Mayor");
  await page.goForward();
  await page.goForward();
  await expect(page.getByRole("heading", { name: headings.check })).toBeVisible();
});

test("an address that cannot be one is said when its field is left @scripts", async ({ page }) => {
  await page.goto("/en/join");
  await chooseCity(page, true, flemish("Sint-Niklaas"));
  await press(page, "Continue", headings.contact);
  await page.getByLabel("Your work email address").fill("officer@stad");
  await expect(page.getByText("Enter an email address in the form")).toBeHidden();
  await page.getByLabel("Your work email address").blur();
  await expect(page.getByText("Enter an email address in the form")).toBeVisible();
  await page.getByLabel("Your work email address").fill("officer@stad.example");
  await expect(page.getByText("Enter an email address in the form")).toBeHidden();
});

test("the form can be filled in by keyboard alone, and each step takes the focus @scripts", async ({
  page,
}) => {
  await page.goto("/en/join");
  await page.getByLabel("Name of the city").focus();
  await page.keyboard.type("Namur");
  await expect(page.getByRole("option", { name: /^Namur/ }).first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Name of the city")).toHaveValue(/^Namur, /);
  await expect(page.getByLabel("Name of the city")).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: headings.contact })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.type("The Digital Officer");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toBeFocused();
  await expect(page.getByLabel("Your name")).toHaveValue("The Digital Officer");
});

test.describe("when suggestions cannot be fetched", () => {
  test.use({ expectedFailures: /data\/places/ });

  test("the plain search takes their place @scripts", async ({ page }) => {
    await page.route("**/data/places**", (route) => route.abort());
    await page.goto("/en/join");
    await page.getByLabel("Name of the city").pressSequentially("Liège");
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await page.getByRole("radio", { name: /^Li/ }).first().check();
    await press(page, "Continue", headings.contact);
  });
});
