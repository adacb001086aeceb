import { describe, expect, test } from "vitest";
import { budgetDomainOf } from "@/lib/abuse/mail-domain";
import { mailboxOf } from "@/lib/abuse/mailbox";
import { canonicalMailbox } from "@/lib/endorsements/abuse/address";

describe("one mailbox, as far as mails to it are counted", () => {
  test.each([
    ["victim@town.example", "Victim+1@TOWN.Example."],
    ["victim@town.example", "victim+1+2@town.example"],
    ["victim@town.example", "victim@mail.town.example"],
    ["victim@town.co.uk", "victim@anything.at.town.co.uk"],
    ["victim@gmail.com", "v.i.c.t.i.m+7@GoogleMail.com"],
    ["victim@proton.me", "vic.tim_+x@pm.me"],
    ["victim@proton.me", "Vic-Tim@protonmail.com"],
    ["victim@icloud.com", "victim+x@mac.com"],
    ["victim@outlook.com", "victim+x@outlook.com"],
    ["victim@yahoo.com", "victim-shop7@yahoo.com"],
    ["victim@yahoo.co.uk", "victim-shop7@yahoo.co.uk"],
    ["annasmith@yandex.ru", "anna-smith+x@yandex.com.tr"],
    ["annasmith@yandex.ru", "anna.smith@ya.ru"],
    ["ada@fastmail.com", "anything@ada.fastmail.com"],
    ["ada@fastmail.com", "x@y.ada.fastmail.com"],
    ["victim@posteo.de", "victim+x@posteo.net"],
    ["victim@xn--mnchen-3ya.de", "victim+x@mail.MÜNCHEN.de"],
  ])("%s: %s", (mailbox, address) => expect(mailboxOf(address)).toBe(mailbox));
});

describe("two mailboxes", () => {
  test.each([
    ["ada.l@town.example", "adal@town.example"],
    ["mary-anne@town.example", "mary-jane@town.example"],
    ["ada@town.example", "ada@village.example"],
    ["ada@yahoo.com", "ada@yahoo.co.uk"],
    ["ada@hotmail.com", "ada@outlook.com"],
    // Neighbours on one public suffix.
    ["ada@north.k12.ca.us", "ada@south.k12.ca.us"],
    ["+one@town.example", "+two@town.example"],
    ["-one@yahoo.com", "-two@yahoo.com"],
  ])("%s is not %s", (one, other) => expect(mailboxOf(one)).not.toBe(mailboxOf(other)));
});

test("what is one resident is one mailbox", () => {
  const spellings = [
    "Ada.L+a@GoogleMail.com",
    "adal@gmail.com",
    "ada+ghent@pm.me",
    "ada@proton.me",
    "ada@me.com",
    "ada@icloud.com",
    "ada+x@ya.ru",
    "ada@yandex.by",
    "ada+1@hey.com",
    "ada@hey.com",
  ];
  for (const one of spellings) {
    const same = spellings.filter((other) => canonicalMailbox(other) === canonicalMailbox(one));
    expect(new Set(same.map(mailboxOf)).size).toBe(1);
  }
});

test.each([
  ["ada@ghent.be", "ghent.be"],
  ["ada@mail.stad.gent", "stad.gent"],
  ["ada@googlemail.com", "gmail.com"],
  ["ada@x.fastmail.com", "fastmail.com"],
  ["ada@camden.gov.uk", "camden.gov.uk"],
  ["ada@gov.uk", "gov.uk"],
])("mails to %s are counted for %s", (address, domain) =>
  expect(budgetDomainOf(address)).toBe(domain),
);
