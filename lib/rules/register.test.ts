import { globSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { isFreeMailAddress } from "@/lib/applications/free-mail";
import { estimateWait } from "@/lib/applications/review/wait-estimate";
import { mayDecide, reopenableStates } from "@/lib/applications/review/decisions";
import { hashAddress } from "@/lib/endorsements/abuse/address";
import { sealForm, verifySeal } from "@/lib/endorsements/abuse/form-seal";
import { assessAbuse, limits, type Scope } from "@/lib/endorsements/abuse/limits";
import { newCode } from "@/lib/endorsements/abuse/confirmation-code";
import { thresholdsReached } from "@/lib/endorsements/city-progress/milestone-thresholds";
import { shownCount } from "@/lib/endorsements/counts/shown-count";
import { isExpired, retainedUntil } from "@/lib/endorsements/retention/retention-periods";
import { openAddress, sealAddress } from "@/lib/endorsements/sealed-address";
import { after, dayMs, hourMs, minuteMs } from "@/lib/durations";
import { defaultLocale } from "@/lib/i18n/locales";
import { messagesOf, translator } from "@/lib/i18n/translator";
import type { RuleId } from "@/lib/rules/register";
import { HoldReason } from "@/prisma/generated/enums";
import { figure, rules } from "@/tests/support/rules";

const texts = messagesOf(defaultLocale).rules;

describe("the register and its texts", () => {
  test("each rule has a text, each text a rule, and none stands twice", () => {
    expect(rules.map(({ id }) => id).sort()).toEqual(Object.keys(texts).sort());
  });

  const namesIn = (text: string) =>
    [...text.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name = ""]) => name);

  test.each(rules)("$id tells each of its figures, and no other", ({ id, values }) => {
    expect([...new Set(namesIn(texts[id].text))].sort()).toEqual(Object.keys(values).sort());
    for (const value of Object.values(values).flat()) expect(value).toBeGreaterThan(0);
    const shown = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === "number" ? value : value.join(),
      ]),
    );
    expect(translator(defaultLocale, "rules")(`${id}.text`, shown)).not.toMatch(/[{}]|NaN/);
  });

  const writtenNumber =
    /\d|\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand)\b/i;

  test.each(rules)("$id has no figure written out, which could grow old", ({ id }) => {
    const { title, text } = texts[id];
    // "If two reviewers decide" is no figure that anybody could change.
    expect(`${title} ${text}`.replace("If two reviewers", "")).not.toMatch(writtenNumber);
  });

  test("an anchor is an anchor", () => {
    for (const { id } of rules) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  test("each reason to hold a request is a rule", () => {
    const ids = new Set<string>(rules.map(({ id }) => id));
    const missing = Object.values(HoldReason).filter(
      (reason) => !ids.has(`hold-${reason.replaceAll("_", "-")}`),
    );
    expect(missing).toEqual([]);
  });
});

/** Numbers that decide nothing for anybody, and why. */
const technical: Readonly<Record<string, string>> = {
  "lib/abuse/mail-budget.ts hour": "a unit",
  "lib/abuse/mail-budget.ts day": "a unit",
  "lib/endorsements/abuse/address-rotation.ts batch": "how many at once",
  "lib/endorsements/abuse/limits.ts hour": "a unit",
  "lib/endorsements/abuse/limits.ts day": "a unit",
  "lib/endorsements/abuse/city-alarm-queries.ts maxListed": "how many a page lists",
  "lib/endorsements/abuse/proof-of-work.ts rounds": "how long a browser's sum takes",
  "lib/endorsements/abuse/proof-of-work.ts minTries": "how long a browser's sum takes",
  "lib/endorsements/abuse/proof-of-work.ts maxTries": "how long a browser's sum takes",
  "lib/endorsements/abuse/proof-of-work.ts longest": "longer than any honest proof",
  "lib/endorsements/city-progress/step-length.ts maxNoteLength": "how long a text can be",
  "lib/endorsements/city-progress/step-length.ts maxReasonLength": "how long a text can be",
  "lib/endorsements/city-progress/bulletins.ts batchSize": "how many at once",
  "lib/endorsements/retention/reminders.ts batch": "how many at once",
  "lib/endorsements/retention/retention.ts batch": "how many at once",
  "lib/endorsements/review/bulk-review.ts maxPerRequest": "how many at once",
  "lib/endorsements/review/bulk-review.ts maxRequestMs": "how many at once",
  "lib/endorsements/sealed-address.ts ivBytes": "how an address is sealed",
  "lib/endorsements/sealed-address.ts tagBytes": "how an address is sealed",
  "lib/endorsements/sealed-address.ts paddedLength": "how an address is sealed",
  "lib/mail/delivery.ts lanes": "how many at once",
  "lib/staff/oidc-discovery.ts keptMs": "how long a directory's description is kept",
  "lib/staff/oidc-discovery.ts failureKeptMs": "how often an unreachable directory is asked",
  "lib/staff/oidc-discovery.ts timeoutMs": "how long a directory is waited for",
  "lib/staff/openings.ts daysOfMonth": "a unit: the longest",
  "lib/staff/next-auth.ts sessionInSeconds": "a session's hours in another unit",
  "lib/mail/delivery.ts awayInMs": "how often an unreachable server is tried",
};

const watched = [
  "lib/abuse/*.ts",
  "lib/applications/{queries,receipt,retention}.ts",
  "lib/applications/files/file-limits.ts",
  "lib/applications/mails/links.ts",
  "lib/applications/saved-forms/saved-form-days.ts",
  "lib/cities/contacts/retention-days.ts",
  "lib/members/mails/mailer.ts",
  "lib/applications/review/{review-clock,wait-estimate}.ts",
  "lib/endorsements/sealed-address.ts",
  "lib/endorsements/spot-check/spot-check-days.ts",
  "lib/endorsements/{abuse,city-progress,counts,retention}/*.ts",
  "lib/endorsements/review/{bulk-review,undo-period}.ts",
  "lib/mail/{commands,delivery}.ts",
  "lib/staff/*.ts",
];

type Constant = { file: string; name: string; keys: string[] };

/** The constants of a module that are made of numbers. */
function numbersIn(file: string): Constant[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  return source.statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) =>
    declarationList.declarations.flatMap(({ name, initializer }) => {
      if (!initializer || !isMadeOfNumbers(initializer)) return [];
      const plain = ts.isAsExpression(initializer) ? initializer.expression : initializer;
      const keys = ts.isObjectLiteralExpression(plain)
        ? plain.properties.flatMap((property) => property.name?.getText() ?? [])
        : [];
      return [{ file, name: name.getText(), keys }];
    }),
  );
}

function isMadeOfNumbers(node: ts.Node): boolean {
  const parts = partsOf(node);
  const isNumber = (part: ts.Node) =>
    ts.isNumericLiteral(part) || /^(minute|hour|day)Ms$/.test(part.getText());
  const isCode = (part: ts.Node) =>
    ts.isFunctionLike(part) || ts.isCallExpression(part) || ts.isNewExpression(part);
  return parts.some(isNumber) && !parts.some(isCode);
}

function partsOf(node: ts.Node): ts.Node[] {
  const parts = [node];
  ts.forEachChild(node, (child) => void parts.push(...partsOf(child)));
  return parts;
}

describe("every limit of the software is told by a rule", () => {
  const register = readFileSync("lib/rules/register.ts", "utf8");
  const constants = globSync(watched)
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => !file.includes(".test."))
    .flatMap(numbersIn);

  test("the limits are found", () => {
    expect(constants.length).toBeGreaterThan(40);
    expect(constants.map(({ name }) => name)).toContain("formMaxAgeMs");
  });

  test.each(constants)("$name of $file", ({ file, name, keys }) => {
    if (technical[`${file} ${name}`]) return;
    const imported = new RegExp(
      String.raw`import \{[^}]*\b${name}\b[^}]*\} from "@/${file}"`.replace('.ts"', '"'),
    );
    const advice = `must be told: add it to a rule in lib/rules/register.ts, or name it in technical`;
    expect(imported.test(register) ? "" : `${name} ${advice}`).toBe("");
    const isWhole = new RegExp(String.raw`\(\"[a-z-]+\", ${name}\)`).test(register);
    const untold = keys.filter((key) => !isWhole && !register.includes(`${name}.${key}`));
    expect(untold.map((key) => `${name}.${key} ${advice}`)).toEqual([]);
  });

  test("nothing is called technical that is not there, or without a reason", () => {
    const known = new Set(constants.map(({ file, name }) => `${file} ${name}`));
    expect(Object.keys(technical).filter((each) => !known.has(each))).toEqual([]);
  });

  test("each window of each limit is told", () => {
    const told = new Set(rules.flatMap(({ values }) => Object.values(values).flat()));
    for (const { scope, minutes, hold, refuse } of limits) {
      const figures = [hold, refuse].flatMap((most) => most ?? []);
      expect([scope, ...figures.filter((most) => !told.has(most))]).toEqual([scope]);
      expect(told.has(minutes) || told.has(minutes / 60)).toBe(true);
    }
  });
});

describe("the software does what the rules say", () => {
  const now = new Date("2026-11-23T09:00:00Z");

  const holds: [RuleId, Scope, string, string][] = [
    ["hold-network", "network", "short", ""],
    ["hold-network", "network", "long", ""],
    ["hold-mail-domain", "mail_domain", "short", ""],
    ["hold-mail-domain", "mail_domain", "long", ""],
    ["hold-mail-domain", "big_provider", "Short", "big"],
    ["hold-mail-domain", "big_provider", "Long", "big"],
    ["hold-city", "city", "short", ""],
    ["hold-city", "city", "long", ""],
  ];
  test.each(holds)("%s holds what comes after its %s limit: %s", (id, scope, window, prefix) => {
    const isLong = window.toLowerCase() === "long";
    const most = figure(id, `${prefix}${window}Most`);
    const span = figure(id, `${prefix}${window}${isLong ? "Hours" : "Minutes"}`);
    const counted = { scope, minutes: isLong ? span * 60 : span };
    expect(assessAbuse([{ ...counted, count: most }]).heldFor).toEqual([]);
    expect(assessAbuse([{ ...counted, count: most + 1 }]).heldFor).toHaveLength(1);
  });

  test.each([
    ["short", figure("refuse-network", "shortMinutes")],
    ["long", figure("refuse-network", "longHours") * 60],
  ])("refuse-network refuses what comes after its %s limit", (window, minutes) => {
    const counted = { scope: "network" as const, minutes };
    const most = figure("refuse-network", `${window}Most`);
    expect(assessAbuse([{ ...counted, count: most }]).isRefused).toBe(false);
    expect(assessAbuse([{ ...counted, count: most + 1 }]).isRefused).toBe(true);
  });

  test("form-age and hold-too-fast: a form works for that long, and not sooner", () => {
    const seal = sealForm(now);
    const openedAfter = (ms: number) => verifySeal(seal, after(now, ms));
    const tooFast = figure("hold-too-fast", "seconds") * 1_000;
    expect(openedAfter(tooFast - 1)?.isTooFast).toBe(true);
    expect(openedAfter(tooFast)?.isTooFast).toBe(false);
    const oldest = figure("form-age", "hours") * hourMs;
    expect(openedAfter(oldest)).not.toBeNull();
    expect(openedAfter(oldest + 1)).toBeNull();
  });

  test("sealed-address: the next page shows the address for that long", () => {
    const sealed = sealAddress("ada@ghent.be", "key", now);
    const lasting = figure("sealed-address", "minutes") * minuteMs;
    expect(openAddress(sealed, "key", after(now, lasting - 1))).toBe("ada@ghent.be");
    expect(openAddress(sealed, "key", after(now, lasting + 1))).toBeNull();
  });

  test("confirmation-code: a code has so many digits", () => {
    expect(newCode()).toHaveLength(figure("confirmation-code", "digits"));
  });

  test("same-mailbox: capital letters make no second address", () => {
    expect(hashAddress("Ada@Ghent.be")).toBe(hashAddress("ada@ghent.be"));
  });

  test("small-numbers and milestones: nothing shows below, and the first mark is the first number", () => {
    const fewest = figure("small-numbers", "fewest");
    expect([shownCount(fewest - 1), shownCount(fewest)]).toEqual([0, fewest]);
    expect([thresholdsReached(fewest - 1), thresholdsReached(fewest)]).toEqual([[], [fewest]]);
  });

  test("endorsement-confirmation and keep-endorsements: a request is kept for that long", () => {
    const hours = figure("endorsement-confirmation", "hours");
    const unconfirmed = { submittedAt: now, confirmedAt: null };
    expect(isExpired(unconfirmed, after(now, hours * hourMs - 1))).toBe(false);
    expect(isExpired(unconfirmed, after(now, hours * hourMs))).toBe(true);
    const confirmed = { kind: "asks" as const, submittedAt: now, confirmedAt: now };
    expect(retainedUntil({ ...confirmed, listedAt: null })).toEqual(
      after(now, figure("keep-endorsements", "years") * 365 * dayMs),
    );
    expect(retainedUntil({ ...confirmed, listedAt: now })).toEqual(
      after(now, figure("keep-endorsements", "days") * dayMs),
    );
  });

  test("review-wait: with fewer decisions there is no estimate", () => {
    const fewest = figure("review-wait", "fewest");
    expect(estimateWait(Array.from({ length: fewest - 1 }, () => 3))).toBeNull();
    expect(estimateWait(Array.from({ length: fewest }, () => 3))).toBe(3);
  });

  test("changes-requested, reopening and free-mail-flag", () => {
    expect(mayDecide("decline", "changes_requested")).toBe(true);
    expect(reopenableStates).toEqual(["approved", "declined"]);
    expect(isFreeMailAddress("ada@gmail.com")).toBe(true);
  });
});
