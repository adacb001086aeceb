import type { Page } from "@playwright/test";
import { expect, test as base } from "@/tests/e2e/support/fixtures";
import { press } from "@/tests/e2e/support/join-form";
import { startSite } from "@/tests/support/processes/site-process";

// A second site on the data of the first, as an operator runs it while somebody floods the form of
// asks.

const test = base.extend({
  baseURL: async ({}, use) => {
    const { DATABASE_URL = "", SECRET = "", E2E_MAIL_SERVER = "" } = process.env;
    const site = await startSite({
      UNDER_ATTACK: "proof",
      DATABASE_URL,
      DATA_DIR: test.info().outputPath("data"),
      SMTP_URL: E2E_MAIL_SERVER,
      SECRET,
    });
    await use(site.url);
    await site.end("SIGTERM");
  },
});

const sentHeading = "One more step: check your email";
const heldHeading = "We check yours first";

async function openForm(page: Page, city: string): Promise<void> {
  await page.goto(`/en/endorse/ask?query=${city}, Belgium`);
  await page.getByRole("link", { name: new RegExp(`^${city}`) }).click();
  await expect(page.getByText("The site is under attack right now.")).toBeVisible();
}

/** Derivations wait until the test lets them go on. */
const slowBrowser = `
  const { deriveBits } = SubtleCrypto.prototype;
  const free = new Promise((resolve) => addEventListener("go-on", resolve));
  SubtleCrypto.prototype.deriveBits = async function (...parameters) {
    await free;
    return deriveBits.apply(this, parameters);
  };`;

test("under attack a browser proves its work and the ask counts; without scripts it waits for staff, and its resident knows @scripts", async ({
  page,
  browser,
  baseURL,
}) => {
  await page.addInitScript(slowBrowser);
  const answered = page.waitForResponse((response) => response.url().includes("?city="));
  await openForm(page, "Bilzen");
  await expect(page.locator("script")).toHaveCount(1);
  expect((await answered).headers()["content-security-policy"]).toMatch(
    /; script-src 'sha256-[\w+/=]{44}'$/,
  );

  // Slower than programs are.
  await page
    .getByLabel("Your email address")
    .pressSequentially("resident@bilzen.example", { delay: 110 });
  await page.getByRole("button", { name: "Ask Bilzen to join" }).click();
  await expect(page.getByRole("status")).toHaveText(/^One moment/);
  await page.evaluate(() => dispatchEvent(new Event("go-on")));
  await expect(page.getByRole("heading", { level: 1, name: sentHeading })).toBeVisible();
  await expect(page.getByText(heldHeading)).toBeHidden();

  const withoutScripts = await browser.newPage({ javaScriptEnabled: false, baseURL });
  await openForm(withoutScripts, "Bree");
  await withoutScripts.getByLabel("Your email address").fill("resident@bree.example");
  await press(withoutScripts, "Ask Bree to join", sentHeading);
  await expect(withoutScripts.getByText(heldHeading)).toBeVisible();
  await expect(
    withoutScripts.getByText("the sum that browsers do against that was missing"),
  ).toBeVisible();
  await withoutScripts.close();
});
