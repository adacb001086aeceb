import { expect, test } from "vitest";
import { signatoryDateOf } from "@/lib/cities/signatory-date";

const founding = new Date("2018-11-14");
const campaign = new Date("2019-03-28");

test("Amsterdam signed on the day of the launch", () => {
  expect(signatoryDateOf({ signedOn: founding, announcedOn: null })).toEqual({
    kind: "signed",
    date: founding,
  });
});

test("Athens was announced: nobody knows the day it signed", () => {
  expect(signatoryDateOf({ signedOn: null, announcedOn: campaign })).toEqual({
    kind: "announced",
    date: campaign,
  });
});

test("the day of signing counts once it is known", () => {
  expect(signatoryDateOf({ signedOn: founding, announcedOn: campaign })).toEqual({
    kind: "signed",
    date: founding,
  });
});
