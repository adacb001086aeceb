import { expect, test } from "vitest";
import { alarmFor, type CityActivity } from "@/lib/endorsements/abuse/city-alarm";
import { defaultSettings } from "@/lib/settings/schema";

const ghent: CityActivity = {
  population: 260_000,
  asks: 400,
  asksInLastHour: 3,
  usualPerDay: 2,
  asksAcceptedByStaff: 0,
  wasBurstEndedLately: false,
};

const alarmOf = (activity: Partial<CityActivity>) =>
  alarmFor({ ...ghent, ...activity }, defaultSettings);

test("an endorsement raises the alarm about the share beyond five percent of the people", () => {
  expect(alarmOf({ population: 2_000, asks: 99 })).toBeNull();
  expect(alarmOf({ population: 2_000, asks: 100 })).toEqual({ reason: "city_share", count: 101 });
  expect(alarmOf({ population: 0, asks: 100 })).toBeNull();
});

test("fewer than fifty are no share, however small the village", () => {
  expect(alarmOf({ population: 200, asks: 48 })).toBeNull();
  expect(alarmOf({ population: 200, asks: 49 })).toEqual({ reason: "city_share", count: 50 });
});

test("what staff have accepted raises it again when twice as many ask", () => {
  const village = { population: 2_000, asksAcceptedByStaff: 101 };
  expect(alarmOf({ ...village, asks: 201 })).toBeNull();
  expect(alarmOf({ ...village, asks: 202 })).toEqual({ reason: "city_share", count: 203 });
});

test("more than two hundred in an hour are a burst, where they are more than on three usual days", () => {
  expect(alarmOf({ asksInLastHour: 199 })).toBeNull();
  expect(alarmOf({ asksInLastHour: 200 })).toEqual({ reason: "city_burst", count: 201 });
  expect(alarmOf({ asksInLastHour: 200, usualPerDay: 67 })).toBeNull();
  expect(alarmOf({ asksInLastHour: 201, usualPerDay: 67 })).toEqual({
    reason: "city_burst",
    count: 202,
  });
  expect(alarmOf({ asksInLastHour: 500, wasBurstEndedLately: true })).toBeNull();
});
