import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { EndorsementInvitation } from "@/components/endorsements/endorsement-invitation";
import { defaultLocale } from "@/lib/i18n/locales";

const invitation = (thanks?: number) =>
  renderToStaticMarkup(
    <EndorsementInvitation
      locale={defaultLocale}
      cityId={2759794}
      city="Amsterdam"
      kind="thanks"
      thanks={thanks}
    />,
  ).replace(/<\/?(?:b|bdi)>/g, "");

test.each([0, 1, 9])("while %d residents have thanked a city, no number is shown", (thanks) => {
  expect(invitation(thanks)).toContain("From ten residents on, this page says how many");
  expect(invitation(thanks)).not.toMatch(/\d residents/);
});

test("from the tenth on, their number is", () => {
  expect(invitation(10)).toContain("10 residents have thanked Amsterdam.");
  expect(invitation(1_250)).toContain("1,250 residents have thanked Amsterdam.");
});

test("where nobody is to be thanked, nothing is said of it", () => {
  expect(invitation()).not.toContain("have thanked");
});
