import { expect, test } from "vitest";
import { isFreeMailAddress } from "@/lib/applications/free-mail";

test.each(["officer@gmail.com", "officer@Telenet.be", "burgemeester@outlook.com", "o@qq.com"])(
  "%s is at a free-mail provider",
  (address) => {
    expect(isFreeMailAddress(address)).toBe(true);
  },
);

test.each(["digital.officer@stad.example", "mayor@amsterdam.nl", "gmail.com@stad.example", ""])(
  "%j is not",
  (address) => {
    expect(isFreeMailAddress(address)).toBe(false);
  },
);
