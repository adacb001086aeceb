// First: what Next needs of its surroundings must be there before anything of Next is loaded.
import { TestBrowser } from "@/tests/support/processes/next-request";
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { signIn } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { hashAddress } from "@/lib/endorsements/abuse/address";
import { moveStoredAddresses } from "@/lib/endorsements/abuse/address-rotation";
import { sealForm, verifySeal } from "@/lib/endorsements/abuse/form-seal";
import { confirmByCode, confirmByLink } from "@/lib/endorsements/confirm-commands";
import { endEndorsement } from "@/lib/endorsements/manage-commands";
import { openAddress, sealAddress } from "@/lib/endorsements/sealed-address";
import { addStaff } from "@/lib/staff/commands";
import { isKnownDevice, proofOfDevice } from "@/lib/staff/known-device";
import { sendSignInLink } from "@/lib/staff/sign-in";
import { endorse, endorseAndConfirm, readMail, residentOfGhent } from "@/tests/support/endorse";
import { loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";

const old = "the secret of last year, which somebody has seen";
const current = "the secret of this year, which nobody has seen";
const { email } = residentOfGhent;

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  vi.stubEnv("SECRET", old);
  vi.stubEnv("PREVIOUS_SECRET", "");
});

function rotate({ keepsPrevious = true } = {}): void {
  vi.stubEnv("SECRET", current);
  vi.stubEnv("PREVIOUS_SECRET", keepsPrevious ? old : "");
}

const countOfGhent = async (): Promise<number> =>
  (await prisma.endorsementTotal.findFirst({ where: { cityId: placeIds.ghent } }))?.count ?? 0;

describe("a seal or proof of the old secret", () => {
  test("is accepted while the secret is rotated, and no longer once the old one is gone", () => {
    const seal = sealForm();
    const sealed = sealAddress(email, "a page");
    const proof = proofOfDevice("ada");
    const accepted = () => [
      verifySeal(seal) !== null,
      openAddress(sealed, "a page") === email,
      isKnownDevice("ada", proof),
    ];
    rotate();
    expect(accepted()).toEqual([true, true, true]);
    rotate({ keepsPrevious: false });
    expect(accepted()).toEqual([false, false, false]);
  });

  test("is not what is made meanwhile", () => {
    rotate();
    const seal = sealForm();
    const sealed = sealAddress(email, "a page");
    const proof = proofOfDevice("ada");
    rotate({ keepsPrevious: false });
    expect([
      verifySeal(seal) !== null,
      openAddress(sealed, "a page"),
      isKnownDevice("ada", proof),
    ]).toEqual([true, email, true]);
  });
});

test("a sign-in link that was mailed before signs in after", async () => {
  await addStaff({ email: "ada@example.org", name: "Ada", role: "reviewer" }, null);
  await sendSignInLink("ada@example.org");
  const mail = await prisma.mail.findFirstOrThrow({ where: { recipient: "ada@example.org" } });
  const token = /token=([\w-]+)/.exec(mail.text ?? "")?.[1] ?? "";
  const browser = new TestBrowser();

  rotate({ keepsPrevious: false });
  expect(await browser.request(() => signIn(token))).toBeNull();
  rotate();
  expect(await browser.request(() => signIn(token))).toBe("reviewer");
});

describe("a resident who asked before", () => {
  test("confirms with the code of that day", async () => {
    const statusKey = await endorse();
    const { code } = await readMail(email);
    rotate();
    expect(await confirmByCode(statusKey, code, null)).toMatchObject({
      ok: true,
      confirmation: "counted",
    });
    expect(await prisma.endorsement.findFirst()).toMatchObject({
      activeAddressHash: hashAddress(email),
    });
  });

  test("is recognised after, and counts once", async () => {
    await endorseAndConfirm();
    rotate();
    await endorse();
    expect((await readMail(email)).kind).toBe("endorsement_already_counts");
    expect(await countOfGhent()).toBe(1);
  });

  test("would be counted twice without the old secret", async () => {
    await endorseAndConfirm();
    rotate({ keepsPrevious: false });
    await endorseAndConfirm();
    expect(await countOfGhent()).toBe(2);
  });

  test("counts once when two endorsements of before are confirmed after", async () => {
    await endorse();
    const first = await readMail(email);
    await endorse();
    const second = await readMail(email);
    rotate();
    await confirmByLink(first.token);
    expect(await confirmByLink(second.token)).toEqual({ ok: true, confirmation: "alreadyCounts" });
    expect(await countOfGhent()).toBe(1);
  });

  test("comes to the same page when the form is sent again after", async () => {
    const formKey = randomUUID();
    const statusKey = await endorse({}, { formKey });
    rotate();
    expect(await endorse({}, { formKey })).toBe(statusKey);
    expect(await prisma.endorsement.count()).toBe(1);
  });

  test("and said that it was somebody else gets no email after", async () => {
    await endEndorsement(await endorseAndConfirm(), "not_me");
    rotate();
    await prisma.mail.deleteMany();
    await endorse({ cityId: placeIds.antwerp });
    expect(await prisma.mail.count()).toBe(0);
  });
});

test("the night moves every stored address, so that the old secret is needed for nothing but what was withdrawn", async () => {
  await endorseAndConfirm();
  await endorseAndConfirm({ cityId: placeIds.antwerp });
  await endorse({ email: "another@ghent.example" });
  rotate();
  expect(await moveStoredAddresses()).toBe(3);
  expect(await moveStoredAddresses()).toBe(0);

  rotate({ keepsPrevious: false });
  await endorse();
  expect((await readMail(email)).kind).toBe("endorsement_already_counts");
});

test("an address that counts under both secrets is left as it is, and nothing fails", async () => {
  await endorseAndConfirm();
  rotate({ keepsPrevious: false });
  await endorseAndConfirm();
  rotate();
  await endorse();
  expect(await moveStoredAddresses()).toBe(1);
  expect(await countOfGhent()).toBe(2);
});
