import type { Page } from "@playwright/test";
import { minFillMs, sealForm } from "@/lib/endorsements/abuse/form-seal";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { press } from "@/tests/e2e/support/join-form";
import { waitForMail, type Mail } from "@/tests/support/mail/mailbox";
import { recordResult } from "@/tests/support/runners/record-result";

// Each test has a city and a network of its own: all share one site. No page on the way has
// scripts: the whole way is gone in a browser that would run some too, the rest in one that would
// not.
const withScripts = () => test.info().project.name === "scripts";
const sentHeading = "One more step: check your email";

test.beforeEach(async ({ page }, { title, project }) => {
  const number = [...`${title} ${project.name}`].reduce(
    (sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_536,
    0,
  );
  await page.setExtraHTTPHeaders({ "x-forwarded-for": `10.${number >> 8}.${number & 255}.1` });
});

/** From the resident's door to the form of a city. */
async function openForm(page: Page, typed: string, city: RegExp, heading: string): Promise<void> {
  await page.goto("/en/endorse");
  await page.getByLabel("Name of the city").fill(typed);
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("link", { name: city }).click();
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
}

const addressField = (page: Page) => page.getByLabel("Your email address");

/** Types as people do, who are never faster than this. */
const typeAddress = (page: Page, email: string): Promise<void> =>
  addressField(page).pressSequentially(email, { delay: Math.ceil(2_500 / email.length) });

/** As somebody who opened the form a little earlier: nobody has to wait for that. */
async function fillInAddress(page: Page, email: string): Promise<void> {
  const seal = sealForm(new Date(Date.now() - 2 * minFillMs));
  await page
    .locator("input[name=seal]")
    .evaluate((input: HTMLInputElement, value) => (input.value = value), seal);
  await addressField(page).fill(email);
}

const linkOf = ({ links }: Mail) => links.find((link) => link.includes("/endorsements/")) ?? "";
const codeOf = ({ text }: Mail) => /^ +(\d{3} \d{3})$/m.exec(text)?.[1] ?? "";

test("a resident asks, confirms by the link, shows the name, stops mails, and withdraws", async ({
  page,
}) => {
  const city = withScripts() ? "Genk" : "Turnhout";
  const email = `resident@${city.toLowerCase()}.example`;
  await openForm(page, city, new RegExp(`^${city} Flanders, Belgium`), `Ask ${city} to join`);
  await expect(page.getByText(`I live in ${city}. I ask my city council to join`)).toBeVisible();
  await expect(page.getByLabel("Email me when something happens")).not.toBeChecked();
  await expect(page.getByLabel(`Show my name on the page of ${city}`)).not.toBeChecked();
  await typeAddress(page, email);
  await page.getByLabel("Your name (optional)").fill("A Resident");
  await page.getByLabel("Email me when something happens").check();
  await press(page, `Ask ${city} to join`, sentHeading);

  const mail = await waitForMail(email, /Confirm that you ask/);
  await page.goto(linkOf(mail));
  await press(page, `Yes, I ask ${city} to join`, `You ask ${city} to join`);
  await expect(page.getByText("your request is counted", { exact: false }).first()).toBeVisible();
  await expect(
    page.getByText(
      `You are one of the first ten who ask ${city} to join. From ten on, the number is public.`,
    ),
  ).toBeVisible();
  await expect(page.getByText(email)).toBeVisible();

  // Read before each change, so that what the page says right after it was made anew.
  const showsName = async () =>
    (await (await page.request.get(`/en/cities/${city.toLowerCase()}`)).text()).includes(
      "A Resident",
    );
  expect(await showsName()).toBe(false);
  await page.getByRole("button", { name: `Show my name on the page of ${city}` }).click();
  await expect(page.getByText("We now show your name.")).toBeVisible();
  expect(await showsName()).toBe(true);
  await page.getByRole("button", { name: "Hide my name" }).click();
  await expect(page.getByText("We no longer show your name.")).toBeVisible();
  expect(await showsName()).toBe(false);
  await page.getByRole("button", { name: "Send me no more emails" }).click();
  await expect(page.getByText("We will send you no more emails.")).toBeVisible();

  await page.getByRole("link", { name: "Withdraw or delete" }).click();
  await press(page, "Withdraw", "It is withdrawn");
  expect((await page.request.get(linkOf(mail))).status()).toBe(404);
  if (!withScripts()) recordResult("waysWithoutScripts", { value: 1, sample: 1 }, "resident");
});

test("a resident confirms by the code, after a wrong one @no-scripts", async ({ page }) => {
  const city = "Lier";
  const email = `resident@${city.toLowerCase()}.example`;
  await openForm(page, city, new RegExp(`^${city} Flanders, Belgium`), `Ask ${city} to join`);
  await fillInAddress(page, email);
  await press(page, `Ask ${city} to join`, sentHeading);

  const code = codeOf(await waitForMail(email, /Confirm that you ask/));
  await page.getByLabel("Code from the email").fill(code === "000 000" ? "000001" : "000000");
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByRole("link", { name: "This is not the code from the email" }).click();
  await expect(page.getByLabel("Code from the email")).toBeFocused();
  await page.getByLabel("Code from the email").fill(code);
  await press(page, "Confirm", `You ask ${city} to join`);
});

test("the page after sending shows where the email went, in that visit only, and keeps nothing of it @no-scripts", async ({
  page,
  request,
  context,
}) => {
  const city = "Deinze";
  const email = `resident@${city.toLowerCase()}.example`;
  await openForm(
    page,
    `${city}, Belgium`,
    new RegExp(`^${city} Flanders, Belgium`),
    `Ask ${city} to join`,
  );
  await fillInAddress(page, email);
  await press(page, `Ask ${city} to join`, sentHeading);
  await expect(page.getByText(`to ${email}.`)).toBeVisible();
  const address = page.url();
  expect(decodeURIComponent(address)).not.toContain(city.toLowerCase());
  expect((await request.get(address)).headers()["cache-control"]).toBe("private, no-store");
  expect(await context.cookies()).toEqual([]);

  // A reload asks for the page again, and sends nothing.
  const methods: string[] = [];
  page.on("request", (sent) => methods.push(sent.method()));
  await page.reload();
  await expect(page.getByText(`to ${email}.`)).toBeVisible();
  expect(new Set(methods)).toEqual(new Set(["GET"]));

  await page.getByLabel("Code from the email").fill("12");
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByRole("link", { name: "Enter the six digits of the code" })).toBeVisible();
  await expect(page.getByText(`to ${email}.`)).toBeVisible();

  await page.goto(address.slice(0, address.indexOf("?")));
  await expect(page.getByRole("heading", { level: 1, name: sentHeading })).toBeVisible();
  expect(await page.content()).not.toContain(email);
});

test("who asks again and types the code comes to the own request @no-scripts", async ({ page }) => {
  const [city, email] = ["Geel", "resident@geel.example"];
  const ask = async (subject: RegExp) => {
    await openForm(
      page,
      `${city}, Belgium`,
      new RegExp(`^${city} Flanders, Belgium`),
      `Ask ${city} to join`,
    );
    await fillInAddress(page, email);
    await press(page, `Ask ${city} to join`, sentHeading);
    await page.getByLabel("Code from the email").fill(codeOf(await waitForMail(email, subject)));
    await press(page, "Confirm", `You ask ${city} to join`);
  };
  await ask(/Confirm that you ask/);
  await expect(
    page.getByText("Your address is confirmed, and your request is counted."),
  ).toBeVisible();
  await ask(/You have asked Geel already/);
  await expect(page.getByText("Your request was counted already, and still is.")).toBeVisible();
});

test("a signatory is thanked and asked to keep its word, from its page @no-scripts", async ({
  page,
}) => {
  const city = { name: "Grenoble", slug: "grenoble" };
  await page.goto(`/en/cities/${city.slug}`);
  await page.getByRole("link", { name: `Thank ${city.name}` }).click();
  await expect(page.getByText("I ask it to keep its word", { exact: false })).toBeVisible();
  await fillInAddress(page, `resident@${city.slug}.example`);
  await press(page, `Thank ${city.name}`, sentHeading);
  await page.goto(
    linkOf(await waitForMail(`resident@${city.slug}.example`, /Confirm your thanks/)),
  );
  await press(page, `Yes, I thank ${city.name}`, `You thank ${city.name}`);
});

test("what was typed survives an error, which leads to its field @no-scripts", async ({ page }) => {
  const city = "Diest";
  await openForm(
    page,
    `${city}, Belgium`,
    new RegExp(`^${city} Flanders, Belgium`),
    `Ask ${city} to join`,
  );
  await page.getByLabel("Your email address").fill("resident");
  await page.getByLabel("Your name (optional)").fill("A Resident");
  await page.getByLabel("Email me when something happens").check();
  await page.getByRole("button", { name: `Ask ${city} to join` }).click();
  await page.getByRole("link", { name: "Enter an email address in the form" }).click();
  await expect(page.getByLabel("Your email address")).toBeFocused();
  await expect(page.getByLabel("Your email address")).toHaveValue("resident");
  await expect(page.getByLabel("Your name (optional)")).toHaveValue("A Resident");
  await expect(page.getByLabel("Email me when something happens")).toBeChecked();
  await expect(page.getByText("I live in")).toBeVisible();
});

test("who fills in what people do not see, faster than people do, is told that it is held @no-scripts", async ({
  page,
}) => {
  const email = "program@dendermonde.example";
  await openForm(page, "Dendermonde", /^Dendermonde Flanders, Belgium/, "Ask Dendermonde to join");
  await page.getByLabel("Your email address").fill(email);
  await page
    .locator("input[name=website]")
    .evaluate((input: HTMLInputElement) => (input.value = "https://spam.example"));
  await press(page, "Ask Dendermonde to join", sentHeading);
  await expect(page.getByText("We check yours first")).toBeVisible();
  await page.goto(linkOf(await waitForMail(email, /Confirm/)));
  await press(
    page,
    "Yes, I ask Dendermonde to join",
    "We are checking your request to Dendermonde",
  );
});

test("ten GETs and HEADs of every link in the mail change nothing, and one POST stops mails @no-scripts", async ({
  page,
  request,
}) => {
  const email = "resident@tongeren.example";
  await openForm(page, "Tongeren", /^Tongeren Flanders, Belgium/, "Ask Tongeren to join");
  await fillInAddress(page, email);
  await page.getByLabel("Email me when something happens").check();
  await press(page, "Ask Tongeren to join", sentHeading);
  const link = linkOf(await waitForMail(email, /Confirm/));

  const pageBefore = await (await request.get(link)).text();
  for (let time = 1; time <= 10; time++) {
    for (const address of [link, `${link}/end`, `${link}/unsubscribe`, `${link}?done=confirmed`]) {
      await request.get(address);
      await request.head(address);
    }
  }
  expect(await (await request.get(link)).text()).toBe(pageBefore);

  await page.goto(link);
  await press(page, "Yes, I ask Tongeren to join", "You ask Tongeren to join");
  const answer = await request.post(`${link}/unsubscribe`, {
    form: { "List-Unsubscribe": "One-Click" },
  });
  expect(answer.status()).toBe(204);
  await page.goto(link);
  await expect(page.getByRole("button", { name: "Email me when something happens" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "You ask Tongeren to join" })).toBeVisible();
});

test("somebody whose address was used says so, and everything is gone @no-scripts", async ({
  page,
}) => {
  const city = "Ronse";
  const email = `stranger@${city.toLowerCase()}.example`;
  await openForm(page, city, new RegExp(`^${city} Flanders, Belgium`), `Ask ${city} to join`);
  await fillInAddress(page, email);
  await press(page, `Ask ${city} to join`, sentHeading);
  const link = linkOf(await waitForMail(email, /Confirm/));
  await page.goto(link);
  await page.getByRole("link", { name: "It was not me" }).click();
  await press(page, "It was not me", "Thank you for telling us");
  const answer = await page.request.get(link);
  expect([answer.status(), await answer.text()]).toEqual([
    404,
    expect.stringContaining("This link has expired"),
  ]);
});

test("no page on the way has a script or a memory @scripts", async ({ page, request, context }) => {
  await openForm(page, "Maaseik", /^Maaseik Flanders, Belgium/, "Ask Maaseik to join");
  const scripts = page.locator("script:not([type='application/ld+json']), link[as='script']");
  await expect(scripts).toHaveCount(0);
  await fillInAddress(page, "resident@maaseik.example");
  await press(page, "Ask Maaseik to join", sentHeading);
  await expect(scripts).toHaveCount(0);
  const link = linkOf(await waitForMail("resident@maaseik.example", /Confirm/));
  await page.goto(link);
  await expect(scripts).toHaveCount(0);
  for (const address of [
    link,
    `${link}/end`,
    "/en/endorse/ask?query=gent",
    "/en/endorse/ask?city=2797656",
  ]) {
    const { "cache-control": cacheControl, "cache-status": cacheStatus } = (
      await request.get(address)
    ).headers();
    expect({ cacheControl, cacheStatus }, address).toEqual({
      cacheControl: "private, no-store",
      cacheStatus: undefined,
    });
  }
  expect(await context.cookies()).toEqual([]);
});
