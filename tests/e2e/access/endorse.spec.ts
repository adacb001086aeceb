import type { Page } from "@playwright/test";
import { sealAddress } from "@/lib/endorsements/sealed-address";
import { recordStep } from "@/lib/endorsements/city-progress/step-commands";
import { addSignatory, ensureCity } from "@/lib/cities/commands";
import { prisma } from "@/lib/db";
import { audit } from "@/tests/e2e/access/audit";
import { expectErrorSummary } from "@/tests/e2e/access/error-summary";
import { recordEndorsements } from "@/tests/e2e/support/endorsements";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { hire } from "@/tests/e2e/support/staff";
import { endorse, confirmByStatusKey, linkTo } from "@/tests/support/endorse";

// What residents meet when they ask their council, and what everybody sees of it. The states are
// made by the commands of the site.

test.slow();

// By their GeoNames ids.
const hasselt = 2796491;
const kortrijk = 2794055;
const ostend = 2789786;

async function look(page: Page, path: string): Promise<string[]> {
  const response = await page.goto(path);
  return (await audit(page, { html: (await response?.text()) ?? "" })).map(
    (finding) => `${path}: ${finding}`,
  );
}

test("equal access: a resident chooses a city, fills in the form and types the code @scripts", async ({
  page,
}) => {
  const findings: string[] = [];
  for (const question of ["query=hasselt", "query=atlantis&city=0"])
    findings.push(...(await look(page, `/en/endorse/ask?${question}`)));

  findings.push(...(await look(page, `/en/endorse/ask?city=${hasselt}`)));
  await page.getByLabel("Your email address").fill("resident");
  await page.getByLabel("Your name (optional)").fill("www.example.org");
  await page.getByRole("button", { name: "Ask Hasselt to join" }).click();
  await expect(page).toHaveTitle(/^Error: Ask Hasselt/);
  await expectErrorSummary(page);
  findings.push(...(await audit(page)).map((finding) => `form with errors: ${finding}`));

  const email = "a.resident.with.a.rather.long.address@residents.of.hasselt.example";
  const statusKey = await endorse({ email, cityId: hasselt }, { suspicions: ["too_fast"] });
  findings.push(
    ...(await look(page, `/en/endorsements/sent/${statusKey}?to=${sealAddress(email, statusKey)}`)),
  );
  await expect(page.getByText(email)).toBeVisible();
  await page.getByLabel("Code from the email").fill("1");
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page).toHaveTitle(/^Error: One more step/);
  await expectErrorSummary(page);
  findings.push(...(await audit(page)).map((finding) => `wrong code: ${finding}`));
  expect(findings).toEqual([]);
});

test("equal access: what a resident's mail leads to, in each state, to the end @scripts", async ({
  page,
}) => {
  const findings: string[] = [];
  const resident = { cityId: hasselt, wantsNews: true, isNamePublic: true };
  const unconfirmed = await endorse({ ...resident, email: "undecided@hasselt.example" });
  const counted = await endorse({ ...resident, email: "counted@hasselt.example" });
  const held = await endorse(
    { ...resident, email: "held@hasselt.example" },
    { suspicions: ["replayed_form"] },
  );
  await confirmByStatusKey(counted);
  await confirmByStatusKey(held);
  const token = await linkTo(counted);
  for (const path of [
    await linkTo(unconfirmed),
    await linkTo(held),
    `${token}?done=showName`,
    `${token}/end`,
    "ended?ending=deleted",
  ])
    findings.push(...(await look(page, `/en/endorsements/${path}`)));
  findings.push(...(await look(page, "/en/no-such-endorsement")));
  expect(findings).toEqual([]);
});

test("equal access: the cities that residents endorse, the page of one, its dossier, and a signatory on hold @scripts", async ({
  page,
  request,
}) => {
  await recordEndorsements(kortrijk, 12);
  await prisma.$transaction(async (tx) => {
    await ensureCity(tx, ostend);
    await addSignatory(tx, {
      cityId: ostend,
      name: "Ostend",
      signedOn: new Date("2026-11-02"),
      applicationId: null,
      declarationVersion: "2018",
    });
  });
  const { id: staffId } = await prisma.user.findUniqueOrThrow({
    where: { email: await hire("puts.on.hold") },
  });
  await recordStep({ cityId: ostend, kind: "on_hold", note: null, staffId, seenSteps: 0 });
  await expect
    .poll(async () => (await request.get("/en/cities/ostend")).text(), { timeout: 15_000 })
    .toContain("The city’s membership is paused.");

  const findings: string[] = [];
  for (const path of [
    "/en/asked?country=BE",
    "/en/cities/kortrijk",
    "/en/cities/kortrijk/dossier",
    "/en/cities/ostend",
  ])
    findings.push(...(await look(page, path)));
  await expect(page.locator("[aria-current=step]")).toContainText("Paused");
  expect(findings).toEqual([]);
});
