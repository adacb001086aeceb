import sharp from "sharp";
import { prisma } from "@/lib/db";
import { isoDay } from "@/lib/durations";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { hire, signIn } from "@/tests/e2e/support/staff";

const photograph = () =>
  sharp({ create: { width: 1_200, height: 800, channels: 3, background: "#345678" } })
    .jpeg()
    .toBuffer();

test("an editor publishes a scheduled release with a picture, corrects it and withdraws it", async ({
  page,
}, { project }) => {
  const slug = `a-handbook-${project.name}`;
  const title = `A handbook for cities, ${project.name}`;
  await signIn(page, await hire(`publishes.${project.name}`, "administrator"));
  await page.goto("/admin/publishing");
  await page.getByRole("link", { name: "Write a press release" }).click();
  await page.getByLabel("Address").fill(slug);
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Text").fill("## Five chapters\n\nOne for each [principle](/principles).");
  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect(
    page.getByRole("link", { name: "Say in one or two sentences what it is about." }),
  ).toBeVisible();
  await expect(page.getByLabel("Title")).toHaveValue(title);
  await page.getByLabel("Lead").fill("The coalition offers a handbook.");
  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();

  await page.getByLabel("Picture (optional)").setInputFiles({
    name: "photograph.jpg",
    mimeType: "image/jpeg",
    buffer: await photograph(),
  });
  await page.getByLabel("What it shows").fill("A book on a table");
  await page.getByRole("button", { name: "Add the picture" }).click();
  await expect(page.getByText("Added as picture-1")).toBeVisible();
  await expect(page.getByLabel("Text")).toBeFocused();
  const preview = page.getByRole("region", { name: "Preview" });
  await expect(preview.getByRole("img", { name: "A book on a table" })).toBeVisible();
  await expect(preview.getByRole("heading", { name: "Five chapters" })).toBeVisible();

  await page.getByLabel("Publish on (UTC)").fill("2099-01-01T08:00");
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "Scheduled." })).toBeVisible();
  // Whoever presses the button once more must not publish it at once.
  await expect(page.getByLabel("Publish on (UTC)")).toHaveValue("2099-01-01T08:00");
  await expect(page.getByRole("listitem").filter({ hasText: "Version 1" })).toBeVisible();
  await expect(page.getByText("Public", { exact: true })).toHaveCount(0);
  const news = async () => (await page.request.get("/en/news")).text();
  expect(await news()).not.toContain(title);

  // Its moment comes.
  await prisma.publication.update({ where: { slug }, data: { publishedAt: new Date() } });
  const address = `/en/news/${isoDay(new Date())}-${slug}`;
  await expect.poll(news).toContain(address);
  expect(await (await page.request.get("/en/feeds/news.atom")).text()).toContain(address);
  expect(await (await page.request.get("/en/press")).text()).toContain(title);

  await page.reload();
  await page.getByLabel("Text").fill("Six chapters.\n\n![A book on a table](picture-1)");
  await page.getByRole("button", { name: "Publish the correction" }).click();
  await expect(
    page.getByRole("link", { name: "Say in one sentence what was corrected." }),
  ).toBeVisible();
  await page.getByLabel("What was corrected").fill("There are six chapters, not five.");
  await page.getByRole("button", { name: "Publish the correction" }).click();
  await expect(page.getByRole("status").filter({ hasText: "is published" })).toBeVisible();
  await page.getByRole("link", { name: "Public page" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByText("There are six chapters, not five.")).toBeVisible();
  const picture = page.getByRole("img", { name: "A book on a table" });
  await expect(picture).toHaveJSProperty("naturalWidth", 1_200);

  await page.goBack();
  await page.getByLabel("Why it is withdrawn").fill("The handbook is not ready yet.");
  await page.getByRole("button", { name: "Withdraw" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Withdrawn." })).toBeVisible();
  const gone = await page.request.get(address);
  expect(gone.status()).toBe(410);
  expect(await gone.text()).toContain("The handbook is not ready yet.");
});
