// First: what Next needs of its surroundings must be there before anything of Next is loaded.
import { TestBrowser } from "@/tests/support/processes/next-request";
import { setImmediate } from "node:timers/promises";
import { strFromU8, unzipSync } from "fflate";
import pg from "pg";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { POST } from "@/app/admin/exports/[file]/route";
import { prisma } from "@/lib/db";
import { exportNames } from "@/lib/exports/datasets";
import { addStaff } from "@/lib/staff/commands";
import { StaffRole } from "@/prisma/generated/enums";
import { loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";
import { signInAs } from "@/tests/support/staff/signed-in";
import { submitConfirmed } from "@/tests/support/applications/review";

let ghent: string;

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  ghent = await submitConfirmed({
    submissionKey: crypto.randomUUID(),
    ...{ cityId: placeIds.ghent, contactEmail: "officer@stad.example" },
  });
});

async function signedIn(role: StaffRole): Promise<TestBrowser> {
  const email = `${role}@example.org`;
  await addStaff({ email, name: null, role }, null);
  const { id: userId } = await prisma.user.findUniqueOrThrow({ where: { email } });
  return signInAs(userId);
}

const take = (browser: TestBrowser, file: string) =>
  browser.request(() =>
    POST(new Request("http://localhost", { method: "POST" }), {
      params: Promise.resolve({ file }),
    }),
  );

async function fileOf(browser: TestBrowser, file: string): Promise<Uint8Array> {
  const answer = await take(browser, file);
  if (!(answer instanceof Response)) throw new Error(`Sent to ${answer.redirectedTo}.`);
  return new Uint8Array(await answer.arrayBuffer());
}

const csvOf = async (browser: TestBrowser, file: string) =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(await fileOf(browser, file));

const sheetOf = async (browser: TestBrowser, file: string) => {
  const sheet = unzipSync(await fileOf(browser, file))["xl/worksheets/sheet1.xml"];
  if (!sheet) throw new Error("The workbook has no sheet.");
  return strFromU8(sheet);
};

describe("who takes out what", () => {
  const allowed: Readonly<Record<StaffRole, readonly string[]>> = {
    editor: ["members"],
    reviewer: ["applications", "decisions", "members", "endorsements"],
    administrator: exportNames,
  };

  test.each(Object.values(StaffRole))(
    "%s gets what the role may see, and no more",
    async (role) => {
      const browser = await signedIn(role);
      const given: string[] = [];
      for (const name of exportNames)
        if ((await take(browser, `${name}.csv`)) instanceof Response) given.push(name);
      expect(given).toEqual(allowed[role]);
      const events = await prisma.event.findMany({
        where: { kind: "data_exported" },
        select: { actor: true, detail: true },
        orderBy: { id: "asc" },
      });
      expect(events).toEqual(
        given.map((dataset) => ({ actor: "staff", detail: { dataset, format: "csv" } })),
      );
    },
  );

  test("nobody else gets anything, and what there is not is not found", async () => {
    expect(await take(new TestBrowser(), "members.csv")).toEqual({
      redirectedTo: "/admin/sign-in",
    });
    const browser = await signedIn("administrator");
    for (const file of ["passwords.csv", "members.exe", "members", "constructor.csv"])
      expect(await take(browser, file)).toMatchObject({ status: 404 });
    expect(await prisma.event.count({ where: { kind: "data_exported" } })).toBe(0);
  });

  test("contacts stand in their own file, and in no other", async () => {
    const browser = await signedIn("administrator");
    const { contactName } = await prisma.application.findUniqueOrThrow({ where: { id: ghent } });
    for (const name of exportNames) {
      const text = await csvOf(browser, `${name}.csv`);
      expect(text.includes("officer@stad.example")).toBe(name === "contacts");
      expect(text.includes(contactName ?? "")).toBe(name === "contacts");
    }
    await prisma.application.update({
      where: { id: ghent },
      data: { contactName: null, contactEmail: null },
    });
    expect((await csvOf(browser, "contacts.csv")).trim().split("\r\n")).toHaveLength(1);
  });
});

test("a slow reader stops the reading of the table, and one that goes away ends it", async () => {
  await prisma.$executeRaw`
    INSERT INTO event (kind, actor) SELECT 'milestone_reached', 'system'
    FROM generate_series(1, 5000)`;
  const answer = await take(await signedIn("administrator"), "log.csv");
  if (!(answer instanceof Response) || !answer.body) throw new Error("There is no file.");
  const reader = answer.body.getReader();
  const queries = vi.spyOn(pg.Client.prototype, "query");
  try {
    const read: number[] = [];
    for (let taken = 0; taken < 3; taken++) {
      await reader.read();
      for (let turn = 0; turn < 20; turn++) await setImmediate();
      read.push(queries.mock.calls.length);
    }
    // The head needs no query, and each part one.
    expect(read).toEqual([0, 1, 2]);
    await reader.cancel();
    expect(queries).toHaveBeenCalledTimes(2);
  } finally {
    queries.mockRestore();
  }
});

describe("the files", () => {
  test("are attachments that nobody keeps, named by what they hold", async () => {
    const answer = await take(await signedIn("administrator"), "applications.csv");
    const { headers } = answer as Response;
    expect(headers.get("content-disposition")).toMatch(
      /^attachment; filename="applications-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
  });

  test("run no formula that an applicant has typed", async () => {
    const browser = await signedIn("reviewer");
    for (const typed of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"]) {
      await prisma.application.update({ where: { id: ghent }, data: { mandateBody: typed } });
      const line = (await csvOf(browser, "applications.csv")).split("\r\n")[1] ?? "";
      expect(line).toContain(`'${typed}`.includes("\r") ? "'\r" : `'${typed}`);
      expect(await sheetOf(browser, "applications.xlsx")).not.toContain("<f>");
    }
    await prisma.application.update({ where: { id: ghent }, data: { mandateBody: "=1+1" } });
    expect(await sheetOf(browser, "applications.xlsx")).toContain(
      '<c t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>',
    );
  });

  test("hold every sign of a text, as text", async () => {
    const browser = await signedIn("reviewer");
    await prisma.application.update({
      where: { id: ghent },
      data: { mandateBody: 'Gemeenteraad "Gent" <&> _x0041_ \u0007, 市議会' },
    });
    const csv = await csvOf(browser, "applications.csv");
    expect(csv.startsWith("\uFEFFreference,city,country,")).toBe(true);
    expect(csv).toContain('"Gemeenteraad ""Gent"" <&> _x0041_ \u0007, 市議会"');
    expect(await sheetOf(browser, "applications.xlsx")).toContain(
      'Gemeenteraad "Gent" &lt;&amp;&gt; _x005F_x0041_ , 市議会',
    );
  });

  test("have each row once, in more pages than one", async () => {
    await prisma.event.createMany({
      data: Array.from({ length: 1203 }, () => ({ kind: "mail_retried", actor: "staff" }) as const),
    });
    const days = Array.from({ length: 600 }, (_, day) => new Date(Date.UTC(2025, 0, 1 + day)));
    await prisma.endorsementTally.createMany({
      data: (["asks", "thanks"] as const).flatMap((kind) =>
        days.map((day) => ({ cityId: placeIds.ghent, kind, day, added: 1 })),
      ),
    });
    const browser = await signedIn("administrator");
    const rowsOf = async (file: string) =>
      (await csvOf(browser, file)).trim().split("\r\n").slice(1);
    const tallies = await rowsOf("endorsements.csv");
    expect([tallies.length, new Set(tallies).size]).toEqual([1200, 1200]);
    const log = await rowsOf("log.csv");
    expect([log.length, new Set(log).size]).toEqual([
      ...Array<number>(2).fill(await prisma.event.count()),
    ]);
  });
});
