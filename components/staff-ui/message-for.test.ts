import { expect, test } from "vitest";
import { messageFor } from "@/components/staff-ui/message-for";

const messages = { saved: "Saved." };

test("an address names a message", () => {
  expect(messageFor(messages, "saved")).toBe("Saved.");
});

test.each([undefined, "", "gone", "constructor", "toString", "__proto__"])(
  "%o names none, although every object has some of these",
  (name) => {
    expect(messageFor(messages, name)).toBeUndefined();
  },
);
