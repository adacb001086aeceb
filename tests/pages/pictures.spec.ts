import { expect, test as base } from "@playwright/test";

// How the main pages look, beside how they were meant to. `npm run test:pages --
// --update-snapshots` takes the look of now for the meant one.

const test = base.extend({ baseURL: async ({}, use) => use(process.env.E2E_SITE) });

const application = `/admin/applications/${process.env.VISUAL_APPLICATION ?? ""}`;

const pages = {
  home: "/en",
  principle: "/en/principles/equal-access",
  cities: "/en/cities",
  city: "/en/cities/amsterdam",
  article: "/en/news/2019-03-28-cities-set-out-to-be-one-hundred",
  declaration: "/en/declaration",
  endorse: "/en/endorse",
  join: "/en/join",
  "sign-in": "/admin/sign-in",
  queue: "/admin",
  application,
};

/** What is below is seen on other pages, and would make the pictures large. */
const highest = 900;

test.beforeEach(async ({ context, baseURL }) => {
  await context.addCookies([
    { name: "staff-session", value: process.env.VISUAL_SESSION ?? "", url: `${baseURL}/admin` },
  ]);
});

for (const [name, path] of Object.entries(pages)) {
  for (const width of [360, 768, 1440]) {
    test(`${name} at ${width} pixels, light and dark`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      await page.evaluate(() => document.fonts.ready);
      // Once more, with the font at hand: one that comes late is left out of the page that it was
      // fetched for.
      await page.reload();
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width, height: Math.min(height, highest) });
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await expect.soft(page).toHaveScreenshot(`${name}-${width}-${colorScheme}.png`);
      }
    });
  }
}
