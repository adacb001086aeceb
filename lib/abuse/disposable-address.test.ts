import { expect, test } from "vitest";
import { isDisposable } from "@/lib/abuse/disposable-address";
import { defaultSettings } from "@/lib/settings/schema";

const { disposableDomains } = defaultSettings;

test.each(["ada@mailinator.com", "ada@Box.Mailinator.COM", "ada@yopmail.com."])(
  "%s is thrown away after minutes",
  (address) => {
    expect(isDisposable(address, disposableDomains)).toBe(true);
  },
);

test.each(["ada@ghent.be", "ada@gmail.com", "ada@notmailinator.com", "mailinator.com@ghent.be"])(
  "%s is not",
  (address) => {
    expect(isDisposable(address, disposableDomains)).toBe(false);
  },
);
