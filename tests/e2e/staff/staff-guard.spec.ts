import { globSync } from "node:fs";
import { prisma } from "@/lib/db";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { post, readForms, type Form } from "@/tests/e2e/support/posted-forms";
import { hire, signIn } from "@/tests/e2e/support/staff";
import { submitConfirmed, openReview, tickAllEvidence } from "@/tests/support/applications/review";

/** Every page of the panel but those to sign in, as addresses, from the folders themselves. */
const panelPages = globSync("**/page.tsx", { cwd: "app/admin" })
  .filter((file) => !file.startsWith("sign-in/"))
  .map((file) => `/admin/${file.replace(/\/?page\.tsx$/, "")}`.replace(/\/$/, ""));

const of = (path: string, id: string) => path.replace("[id]", id);

/** By its GeoNames id. */
const paris = 2988507;

// One worker after another: all tests are about one application.
test.describe.configure({ mode: "default" });

let id: string;

test.beforeAll(async () => {
  const known = await prisma.application.findFirst({ where: { openForCityId: paris } });
  id =
    known?.id ??
    (await submitConfirmed({
      submissionKey: crypto.randomUUID(),
      cityId: paris,
      contactEmail: "guarded@stad.example",
    }));
});

test("no page of the panel opens without a session, or with a made-up one @scripts", async ({
  page,
  baseURL,
}) => {
  expect(panelPages).toContain("/admin");
  for (const path of panelPages) {
    const response = await page.request.get(of(path, id), { maxRedirects: 0 });
    expect(response.status()).toBe(307);
    expect(response.headers().location).toBe("/admin/sign-in");
  }
  await page
    .context()
    .addCookies([{ name: "staff-session", value: "made-up", url: `${baseURL}/admin` }]);
  await page.goto(of("/admin/applications/[id]", id));
  await expect(page).toHaveURL(/\/admin\/sign-in$/);
});

const typed = {
  "approval-name": "Guarded",
  "approval-signedOn": "2026-11-02",
  "change_request-message": "Which council meeting was it?",
  "decline-reason": "other",
  "decline-message": "For a test.",
  email: "intruder@example.org",
  role: "administrator",
};

/** The address that a form is about already, or an intruder's. */
const emailIn = ({ email = "" }: Form): string => (email === "" ? typed.email : email);

const traces = async () => ({
  application: await prisma.application.findUniqueOrThrow({
    where: { id },
    select: { state: true, version: true },
  }),
  decisions: await prisma.decision.count({ where: { applicationId: id } }),
  ticks: await prisma.evidenceTick.count({ where: { applicationId: id } }),
  intruders: await prisma.user.count({ where: { email: typed.email } }),
});

test("no action of the panel does anything without a session, nor for another site with one @scripts", async ({
  page,
  playwright,
  baseURL,
}, { project }) => {
  const email = await hire(`guards.${project.name}`, "administrator");
  await signIn(page, email);
  const { id: staffId } = await prisma.user.findUniqueOrThrow({ where: { email } });
  const path = of("/admin/applications/[id]", id);
  const withoutTicks = await readForms(page, path);
  await tickAllEvidence(await openReview(id, staffId));
  const forms = [...withoutTicks, ...(await readForms(page, path))].map((form) => ({ path, form }));
  forms.push(
    ...(await readForms(page, "/admin/staff")).map((form) => ({
      path: "/admin/staff",
      form: { ...form, email: emailIn(form) },
    })),
  );
  expect(forms.length).toBeGreaterThanOrEqual(14);
  const before = await traces();

  const stranger = await playwright.request.newContext({ baseURL });
  for (const { path: address, form } of forms) {
    const refused = await post(stranger, address, { ...typed, ...form }, baseURL ?? "");
    expect(refused.headers().location).toBe("/admin/sign-in");
    for (const origin of ["https://elsewhere.example", "null"]) {
      const forged = await post(page.request, address, { ...typed, ...form }, origin);
      expect(forged.status()).toBe(403);
    }
  }
  expect(await traces()).toEqual(before);
  expect(await prisma.user.count({ where: { email, removedAt: null } })).toBe(1);
  await stranger.dispose();
});

test("a reviewer neither sees nor does what is the administrators' @scripts", async ({
  page,
  browser,
  baseURL,
}, { project }) => {
  const administrator = await browser.newPage({ baseURL });
  await signIn(administrator, await hire(`administers.${project.name}`, "administrator"));
  const forms = await readForms(administrator, "/admin/staff");
  await administrator.close();

  await signIn(page, await hire(`only.reviews.${project.name}`));
  await expect(page.getByRole("link", { name: "Staff", exact: true })).toHaveCount(0);
  await page.goto("/admin/staff");
  await expect(
    page.getByText("Your role does not allow that. Ask an administrator."),
  ).toBeVisible();
  const before = await prisma.user.count({ where: { removedAt: null } });
  for (const form of forms) {
    const refused = await post(
      page.request,
      "/admin/staff",
      { ...typed, ...form, email: emailIn(form) },
      baseURL ?? "",
    );
    expect(refused.headers().location).toContain("not_allowed");
  }
  expect(await prisma.user.count({ where: { email: typed.email } })).toBe(0);
  expect(await prisma.user.count({ where: { removedAt: null } })).toBeGreaterThanOrEqual(before);
});
