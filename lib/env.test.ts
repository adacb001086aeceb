import { expect, test } from "vitest";
import { parseEnv } from "@/lib/env";

test("everything may be left out, or left blank as in .env.example", () => {
  const blank = {
    PORT: "",
    DATABASE_URL: "",
    DATA_DIR: " ",
    SMTP_URL: "",
    SECRET: "",
    ADMIN_EMAIL: "",
  };

  expect(parseEnv(blank)).toEqual(parseEnv({}));
  expect(parseEnv({})).toMatchObject({ PORT: 3000, DATA_DIR: ".data" });
});

test("every wrong setting is named in one sentence", () => {
  expect(() =>
    parseEnv({ PORT: "eighty", DATABASE_URL: "mysql://localhost/coalition", SECRET: "short" }),
  ).toThrow(
    "Wrong setting: PORT must be a port number from 0 to 65535; DATABASE_URL must be an address that begins with postgres or postgresql:; SECRET must have at least 32 characters.",
  );
});

test("a directory that signs staff in has all of its settings, or none", () => {
  const directory = {
    OIDC_ISSUER: "https://login.city.example",
    OIDC_CLIENT_ID: "coalition",
    OIDC_CLIENT_SECRET: "secret of the tests",
    OIDC_DOMAIN: "City.example",
  };
  expect(parseEnv(directory)).toMatchObject({ ...directory, OIDC_DOMAIN: "city.example" });
  expect(() => parseEnv({ ...directory, OIDC_CLIENT_SECRET: "", OIDC_DOMAIN: " " })).toThrow(
    "Wrong setting: OIDC_CLIENT_SECRET is missing beside the other OIDC settings; OIDC_DOMAIN is missing beside the other OIDC settings.",
  );
  expect(() => parseEnv({ ...directory, OIDC_DOMAIN: "@city.example" })).toThrow(
    "OIDC_DOMAIN must be a domain, such as city.example",
  );
});

test("several processes need a PostgreSQL, and a port that they know", () => {
  const DATABASE_URL = "postgresql://coalition@db.example/coalition";
  expect(parseEnv({ PROCESSES: "2", DATABASE_URL }).PROCESSES).toBe(2);
  expect(parseEnv({ PROCESSES: "all", DATABASE_URL }).PROCESSES).toBe("all");
  expect(() => parseEnv({ PROCESSES: "2", PORT: "0" })).toThrow(
    "Wrong setting: PROCESSES must be 1 without DATABASE_URL: the embedded database serves one process; PORT must not be 0 where several processes share it.",
  );
  expect(() => parseEnv({ PROCESSES: "many", DATABASE_URL })).toThrow(
    "Wrong setting: PROCESSES must be all, or a number of processes from 1 to 64.",
  );
});
