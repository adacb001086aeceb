import { expect, test, vi } from "vitest";
import { defaultLocale } from "@/lib/i18n/locales";
import type { Letter } from "@/lib/mail/letter";
import { renderFilled } from "@/lib/mail/letter-template";
import { renderLetter } from "@/lib/mail/render";

const letterTo = (city: string, url: string, code: string): Letter => ({
  locale: defaultLocale,
  subject: `${city} and you`,
  heading: "One more step",
  greeting: "Hello,",
  paragraphs: [`You ask ${city} to join.`, { introduction: "The code:", words: code }],
  action: { label: "Confirm", url },
  reason: "Somebody gave this address.",
});

const write = vi.fn((slot: (name: string) => string) =>
  letterTo(slot("city"), slot("url"), slot("code")),
);

const filled = (city: string, url: string, code: string) =>
  renderFilled(["a test"], write, { city, url, code });

test("a letter from a template is the letter itself, and is rendered once", async () => {
  const ghent = ["Ghent", "https://coalition.example/en/endorsements/a", "042 917"] as const;
  const antwerp = ["Antwerp", "https://coalition.example/en/endorsements/b", "100 200"] as const;
  expect(await filled(...ghent)).toEqual(await renderLetter(letterTo(...ghent)));
  expect(await filled(...antwerp)).toEqual(await renderLetter(letterTo(...antwerp)));
  expect(write).toHaveBeenCalledTimes(1);
});

test("what is filled in is text: no element of the letter, and no header of the mail", async () => {
  const { subject, html, text } = await filled("<b>\r\nBcc: all</b>", "https://a.example", "1");
  expect(html).toContain("You ask &lt;b&gt;");
  expect(text).toContain("You ask <b>");
  expect(subject).toBe("<b> Bcc: all</b> and you");
});
