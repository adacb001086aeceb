import { recordEndorsements } from "@/tests/e2e/support/endorsements";
import { expect, test } from "@/tests/e2e/support/fixtures";

// None of these pages has scripts, so that one browser is enough.

test("residents and their council find a city's number, its way, the list and the dossier @no-scripts", async ({
  page,
}) => {
  const [cityId, city, slug] = [2792196, "Lokeren", "lokeren"] as const;
  await recordEndorsements(cityId, 12);
  const find = async () => (await page.goto(`/en/cities/${slug}`))?.status();
  await expect.poll(find, { timeout: 15_000 }).toBe(200);
  await expect(page.getByRole("heading", { level: 1, name: city })).toBeVisible();
  await expect(page.getByText(`12 residents ask ${city} to join.`)).toBeVisible();
  await expect(page.locator("[aria-current=step]")).toContainText("Asked");
  await expect(page.locator("meta[name=robots]")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Amsterdam", exact: true })).toBeVisible();
  expect(await (await page.request.get("/sitemap.xml")).text()).toContain(`/en/cities/${slug}<`);

  await page.getByRole("link", { name: "Where residents are asking" }).click();
  await page.getByLabel("Country").selectOption("BE");
  await page.getByRole("button", { name: "Show cities" }).click();
  await page.getByLabel("Region").selectOption("Flanders");
  await page.getByRole("button", { name: "Show cities" }).click();
  await expect(page).toHaveURL(/country=BE&region=Flanders/);
  await page.getByRole("main").getByRole("link", { name: city }).click();

  await page.getByRole("link", { name: "the dossier" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: `Dossier for the council of ${city}` }),
  ).toBeVisible();
  await expect(
    page.getByText(`12 residents of ${city} had asked their council to join.`),
  ).toBeVisible();

  const address =
    (await page.getByRole("link", { name: "Download it as a PDF" }).getAttribute("href")) ?? "";
  const pdf = await page.request.get(address);
  expect([pdf.status(), pdf.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  expect((await pdf.body()).toString("latin1")).toMatch(/\/Marked true/);
  // It says how many cities have joined, which other tests change.
  const askAgain = async () => {
    const { etag = "" } = (await page.request.get(address)).headers();
    return (await page.request.get(address, { headers: { "if-none-match": etag } })).status();
  };
  await expect.poll(askAgain).toBe(304);

  const motion = await page.request.get(
    (await page.getByRole("link", { name: "The motion as plain text" }).getAttribute("href")) ?? "",
  );
  expect(motion.headers()["content-type"]).toBe("text/plain; charset=utf-8");
  expect(await motion.text()).toContain(`The council of ${city} decides:`);
});

test("below ten no number is shown anywhere, and search engines stay away @no-scripts", async ({
  page,
}) => {
  const [cityId, city, slug] = [2785476, "Tielt", "tielt"] as const;
  await recordEndorsements(cityId, 7);
  const find = async () => (await page.goto(`/en/cities/${slug}`))?.status();
  await expect.poll(find, { timeout: 15_000 }).toBe(200);
  await expect(
    page.getByText(
      `Be one of the first ten who ask ${city} to join. From ten on, the number is public.`,
    ),
  ).toBeVisible();
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);
  expect(await (await page.request.get("/sitemap.xml")).text()).not.toContain(`/${slug}<`);
  expect(
    await (await page.request.get(`/data/dossiers/en/${slug}/motion.txt`)).text(),
  ).not.toContain("residents of");
});

test("a city that nobody asks for has neither page nor dossier @no-scripts", async ({
  request,
}) => {
  for (const path of [
    "/en/cities/nowhere",
    "/en/cities/nowhere/dossier",
    "/data/dossiers/en/nowhere/dossier.pdf",
    "/data/dossiers/en/nowhere/motion.txt",
    "/data/dossiers/en/amsterdam/dossier.pdf",
  ]) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
});
