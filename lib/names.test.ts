import { expect, test } from "vitest";
import { holdsAddress } from "@/lib/names";

test.each([
  "ada@example.com",
  "example.com",
  "See EXAMPLE.COM now",
  "(example.co.uk)",
  "ada at t.co.",
  "https://localhost",
  "www.spam",
  "example。com",
  "example．com",
  "example․com",
  "ｅｘａｍｐｌｅ.ｃｏｍ",
  "пример.рф",
])("%s holds an address", (name) => expect(holdsAddress(name)).toBe(true));

test.each([
  "Ada Lovelace",
  "J.R.R. Jansen",
  "J.Smith",
  "St.John",
  "Dr. Li",
  "Jean-Luc d’Arc jr.",
  "王小明",
  "محمد",
  "Ph.D",
  "City council, 3rd chamber",
  "Gent...",
  "",
  ".",
])("%s holds none", (name) => expect(holdsAddress(name)).toBe(false));
