import { addContact } from "@/lib/cities/contacts/commands";
import { addSignatory, ensureCity } from "@/lib/cities/commands";
import { claimApplication } from "@/lib/applications/claims/claim-commands";
import { declineApplication } from "@/lib/applications/review/review-commands";
import { prisma } from "@/lib/db";
import { before, dayMs } from "@/lib/durations";
import { defaultLocale } from "@/lib/i18n/locales";
import { requestPageLink } from "@/lib/members/page/proposal-commands";
import { requestReconfirmationNow } from "@/lib/members/reconfirmation-commands";
import { reconfirmMembers } from "@/lib/members/reconfirmation-job";
import { renameCity } from "@/lib/members/rename-commands";
import { defaultSettings } from "@/lib/settings/schema";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { apply } from "@/tests/e2e/support/review";
import { hire, signIn } from "@/tests/e2e/support/staff";
import { waitForMail } from "@/tests/support/mail/mailbox";
import { openReview, statusToken, tickAllEvidence } from "@/tests/support/applications/review";

// What takes two people, or more than one day. Each test has a city of its own, by its GeoNames id.

const [tartu, turku, oulu, narva, lahti, kaunas] = [588335, 633679, 643492, 590031, 649360, 598316];

const idOf = async (email: string) =>
  (await prisma.user.findUniqueOrThrow({ where: { email }, select: { id: true } })).id;

/** A member city with one contact. */
async function join(cityId: number, name: string, contact: string): Promise<{ slug: string }> {
  const staffId = await idOf(await hire(`looks.after.${contact}`));
  await prisma.$transaction(async (tx) => {
    await ensureCity(tx, cityId, name);
    await addSignatory(tx, {
      cityId,
      name,
      applicationId: null,
      declarationVersion: "2018",
      signedOn: new Date("2026-11-02"),
    });
  });
  await addContact({
    cityId,
    staffId,
    answers: {
      kind: "general",
      name: "Ada",
      role: "Officer",
      email: `${contact}@stad.example`,
      locale: defaultLocale,
    },
  });
  return prisma.city.findUniqueOrThrow({ where: { id: cityId }, select: { slug: true } });
}

/** In a mail that a command of this process wrote: nobody delivers it, and its text stays. */
async function pathMailedTo(recipient: string, section: string): Promise<string> {
  const { text } = await prisma.mail.findFirstOrThrow({ where: { recipient } });
  const [path] = new RegExp(`/en/${section}/[\\w-]+`).exec(text ?? "") ?? [];
  if (!path) throw new Error(`The mail to ${recipient} has no link.`);
  return path;
}

test("an approval that was proposed needs a second reviewer @scripts", async ({ page }) => {
  const { id, path, cityName } = await apply("four.eyes", { scripts: tartu }, "scripts");
  const first = await idOf(await hire("proposes.tartu"));
  await tickAllEvidence(await openReview(id, first));
  const { version } = await openReview(id, first);
  await prisma.approvalProposal.create({
    data: {
      applicationId: id,
      version,
      name: cityName,
      signedOn: new Date("2026-11-02"),
      staffId: first,
    },
  });
  await signIn(page, await hire("confirms.tartu"));
  await page.goto(path);
  await expect(page.getByText("proposed to approve it")).toBeVisible();
  await page.getByRole("button", { name: "Confirm and put on the public list" }).click();
  await expect(page.getByRole("status").filter({ hasText: /approved|public list/i })).toBeVisible();
  expect(await (await page.request.get("/en/cities")).text()).toContain(cityName);
});

test("a claim is seen, and can be taken over @scripts", async ({ page }) => {
  const { id, path } = await apply("claimed", { scripts: turku }, "scripts");
  const holder = await hire("holds.turku");
  await claimApplication(
    { applicationId: id, staffId: await idOf(holder), seenHolderId: null },
    { now: new Date(), settings: defaultSettings },
  );
  await signIn(page, await hire("takes.over.turku"));
  await page.goto(path);
  await expect(page.getByText(`${holder} has it`)).toBeVisible();
  await page.getByRole("button", { name: "Take it over" }).click();
  await expect(page.getByText("You have it since")).toBeVisible();
});

test("an appeal of the applicant is answered by somebody else @scripts", async ({ page }) => {
  const { id, path, email } = await apply("appeals", { scripts: oulu }, "scripts");
  const first = await idOf(await hire("declines.oulu"));
  await declineApplication(await openReview(id, first), {
    reason: "no_mandate",
    message: "There is no resolution.",
  });
  await page.goto(`/en/applications/${await statusToken(id)}/appeal`);
  await page.getByLabel("What did we get wrong?").fill("The council decided on 2 November.");
  await page.getByRole("button", { name: "Ask for a second look" }).click();
  await expect(page.getByText("We have your request.")).toBeVisible();

  await signIn(page, await hire("answers.oulu"));
  await page.goto(path);
  await expect(page.getByText("The council decided on 2 November.")).toBeVisible();
  await page.getByLabel("Answer to the applicant").fill("You are right: we found it.");
  await page.getByRole("button", { name: "Take the decline back and review again" }).click();
  await waitForMail(email, /take back the decision/);
});

test("a member that does not answer is put on hold, and is back with its answer @scripts", async ({
  page,
}) => {
  const { slug } = await join(narva, "Narva", "narva");
  await requestReconfirmationNow(narva, await idOf(await hire("asks.narva")));
  const yesterday = before(new Date(), dayMs);
  await prisma.reconfirmation.updateMany({
    where: { cityId: narva },
    data: { dueAt: yesterday, reachedAt: yesterday, remindedAt: yesterday },
  });
  await reconfirmMembers(new Date());
  const publicPage = async () => (await page.request.get(`/en/cities/${slug}`)).text();
  await expect.poll(publicPage).toContain("does not count as a member city now");

  await page.goto(await pathMailedTo("narva@stad.example", "membership"));
  await page.getByRole("button", { name: "Yes, our city is still a member" }).click();
  await expect(page.getByText("Thank you. You confirmed on")).toBeVisible();
  expect(await publicPage()).toContain("Narva");
  expect(await publicPage()).not.toContain("does not count as a member city now");
});

test("an edit of a city's page is undone, and its old address leads on @scripts", async ({
  page,
}) => {
  const { slug } = await join(lahti, "Lahti", "lahti");
  const summary = "Lahti checks each algorithm before it is used.";
  const publicPage = async () => (await page.request.get(`/en/cities/${slug}`)).text();
  const editor = await hire("edits.lahti", "administrator");
  await signIn(page, editor);
  await page.goto(`/admin/members/${lahti}/public-page`);
  await page.getByLabel("Summary", { exact: true }).fill(summary);
  await page.getByRole("button", { name: "Save and publish" }).click();
  await expect(page.getByRole("button", { name: "Undo all edits" })).toBeVisible();
  expect(await publicPage()).toContain(summary);
  await page.getByRole("button", { name: "Undo all edits" }).click();
  await expect(page.getByLabel("Summary", { exact: true })).toHaveValue("");
  expect(await publicPage()).not.toContain(summary);

  const renamed = await renameCity({
    cityId: lahti,
    name: "New Lahti",
    seen: "Lahti",
    staffId: await idOf(editor),
  });
  expect(renamed.ok).toBe(true);
  const moved = async () => {
    const answer = await page.request.get(`/en/actions?city=${slug}`, { maxRedirects: 0 });
    return answer.headers().location;
  };
  await expect.poll(moved).toBe("/en/actions?city=new-lahti");
});

test("what a contact proposes is public once it is accepted @scripts", async ({ page }) => {
  const { slug } = await join(kaunas, "Kaunas", "kaunas");
  await requestPageLink("kaunas@stad.example", null);
  await page.goto(await pathMailedTo("kaunas@stad.example", "city-page"));
  const summary = "Kaunas asks its residents before it buys software.";
  await page.getByLabel("Summary", { exact: true }).fill(summary);
  await page.getByRole("button", { name: "Send the proposal" }).click();
  await expect(page.getByText("Thank you. We will look at it")).toBeVisible();
  const publicPage = async () => (await page.request.get(`/en/cities/${slug}`)).text();
  expect(await publicPage()).not.toContain(summary);

  await signIn(page, await hire("accepts.kaunas", "administrator"));
  await page.goto("/admin/members/proposals");
  await page.getByRole("link", { name: "Kaunas", exact: true }).click();
  await page.getByRole("checkbox", { name: /Accept/ }).check();
  await page.getByRole("button", { name: "Decide" }).click();
  await expect(page).toHaveURL(/proposals\?done/);
  expect(await publicPage()).toContain(summary);
});
