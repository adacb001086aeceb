import { describe, expect, test } from "vitest";
import { formatDetail, linkOf } from "@/components/staff/log-details";

const id = "01a22827-5e75-74dd-95dd-84f76699ccc7";

describe("the log tells in words", () => {
  test.each([
    ["application_evidence_ticked", { criterion: "one_action_per_area" }, ["One action per area"]],
    ["application_declined", { reason: "no_mandate" }, ["No decision of the city itself"]],
    ["application_corrected", { fields: ["mandateUrl"] }, ["Fields: mandate url"]],
    [
      "endorsement_held",
      { kind: "asks", reasons: ["too_fast"] },
      ["A request", "Faster than people type"],
    ],
    ["member_contact_added", { kind: "general" }, ["Contact for: Everything"]],
    ["block_added", { kind: "mail_domain" }, ["Email domain"]],
    [
      "staff_role_changed",
      { memberId: id, before: "reviewer", after: "editor" },
      ["Reviewer → Editor"],
    ],
    [
      "settings_changed",
      { before: { approvalsNeedTwo: false }, after: { approvalsNeedTwo: true } },
      ["An approval needs two reviewers: no → yes"],
    ],
    [
      "signatory_corrected",
      { before: { signedOn: null }, after: { signedOn: "2026-11-10" } },
      ["Signed on: none → 10 Nov 2026"],
    ],
    [
      "publication_written",
      { publicationId: id, locale: "en", number: 2 },
      ["Language: English", "Version: 2"],
    ],
    [
      "publication_published",
      { publicationId: id, publishedAt: "2026-12-06T16:32:28.308Z" },
      ["Public from: 6 Dec 2026, 16:32 UTC"],
    ],
  ] as const)("of %s", (kind, detail, words) => {
    expect(formatDetail(kind, detail)).toEqual(words);
  });
});

test("no id is shown, and what it stands for is linked", () => {
  expect(formatDetail("publication_handed_over", { publicationId: id })).toEqual([]);
  expect(linkOf({ publicationId: id })).toEqual([
    "Open the publication",
    `/admin/publishing/${id}`,
  ]);
  expect(formatDetail("member_linked", { kind: "duplicate", into: 2759794 })).toEqual([
    "The same city, listed twice",
  ]);
  expect(linkOf({ into: 2759794 })?.[1]).toBe("/admin/members/2759794");
  expect(linkOf({ count: 7 })).toBeNull();
});
